package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.ForeignKey;

/**
 * A key column without an attribute on the child's side: of a one-to-many with a join column and without inverse.
 *
 * @param key the key
 * @param sql its column
 */
record HiddenKey(ForeignKey key, SqlColumn sql) {}
