/** What Jakarta Persistence cannot say about a relation: passive deletes, foreign key actions, single parents. */
@NullMarked
package io.github.cascadecontract.annotation;

import org.jspecify.annotations.NullMarked;
