/** What PostgreSQL's catalogue says about tables and foreign keys, read as it is. */
@NullMarked
package io.github.cascadecontract.catalog;

import org.jspecify.annotations.NullMarked;
