package io.github.cascadecontract.contract;

import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.removal.RemovalPlan;
import java.sql.Connection;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/**
 * Looks at a contract and its database. The contract finds the library's own implementation by {@link ServiceLoader}, so
 * that declarations need not know how they are examined.
 */
public interface ContractInspector {
    /** See {@link CascadeContract#plan}. */
    RemovalPlan plan(CascadeContract contract, Connection connection, Class<?> type, Object id);

    /** See {@link CascadeContract#check()}. */
    CheckReport check(CascadeContract contract);

    /** See {@link CascadeContract#check(DataSource)}. */
    CheckReport check(CascadeContract contract, DataSource dataSource);

    /** The implementation of this library. */
    static ContractInspector load() {
        return ServiceLoader.load(ContractInspector.class, ContractInspector.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No %s is found: META-INF/services of cascade-api is missing. Keep it when jars are merged."
                                .formatted(ContractInspector.class.getName())));
    }
}
