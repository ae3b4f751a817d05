package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.ForeignKey;
import java.util.List;

/**
 * A key without an attribute on the child's side: of a one-to-many with a join column and without inverse.
 *
 * @param key the key
 * @param sql its columns
 */
record HiddenKey(ForeignKey key, List<SqlColumn> sql) {}
