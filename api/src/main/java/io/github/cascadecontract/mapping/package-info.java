/** What annotated classes say: tables, columns, keys and relations, read with the defaults of Jakarta Persistence. */
@NullMarked
package io.github.cascadecontract.mapping;

import org.jspecify.annotations.NullMarked;
