package io.github.cascadecontract.inspection;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractInspector;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.removal.RemovalPlan;
import java.sql.Connection;
import javax.sql.DataSource;

/** Plans and checks; found by {@link java.util.ServiceLoader}. */
public final class Inspector implements ContractInspector {
    @Override
    public RemovalPlan plan(CascadeContract contract, Connection connection, Class<?> type, Object id) {
        throw new UnsupportedOperationException("in the making");
    }

    @Override
    public CheckReport check(CascadeContract contract) {
        throw new UnsupportedOperationException("in the making");
    }

    @Override
    public CheckReport check(CascadeContract contract, DataSource dataSource) {
        throw new UnsupportedOperationException("in the making");
    }
}
