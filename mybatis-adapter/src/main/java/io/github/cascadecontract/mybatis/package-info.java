/**
 * The adapter for MyBatis: a unit of work over a {@code SqlSession}, with identity map, snapshots, lazy relations and
 * set-wise SQL. What happens to the children is decided by the engine of the api.
 */
@NullMarked
package io.github.cascadecontract.mybatis;

import org.jspecify.annotations.NullMarked;
