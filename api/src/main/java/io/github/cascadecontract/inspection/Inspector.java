package io.github.cascadecontract.inspection;

import io.github.cascadecontract.check.SchemaCheck;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractInspector;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.preview.RemovalPreview;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.rule.Rule;
import java.sql.Connection;
import javax.sql.DataSource;

/** Plans and checks; found by {@link java.util.ServiceLoader}. */
public final class Inspector implements ContractInspector {
    @Override
    public RemovalPlan plan(CascadeContract contract, Connection connection, Class<?> type, Object id) {
        EntityModel model = contract.entity(type);
        requireId(model, id);
        RemovalOutline outline = CascadeEngine.outline(model, id);
        RemovalPlan plan =
                new RemovalPreview(contract, connection).count(outline).plan();
        if (plan.roots().get(0).rows().orElse(1) == 0) throw missing(model);
        return plan;
    }

    private static void requireId(EntityModel model, Object id) {
        Class<?> expected = model.mapping().identity().type();
        if (!expected.isInstance(id))
            throw new IllegalArgumentException("The id of %s is a %s, not a %s."
                    .formatted(model, expected.getName(), id.getClass().getName()));
    }

    private static StaleEntityException missing(EntityModel model) {
        return new StaleEntityException(new Refusal(
                model.name(),
                Rule.REM_4,
                "there is no row of the given id",
                "Correct the id; nothing would be removed."));
    }

    @Override
    public CheckReport check(CascadeContract contract) {
        return SchemaCheck.of(contract);
    }

    @Override
    public CheckReport check(CascadeContract contract, DataSource dataSource) {
        return SchemaCheck.of(contract, dataSource);
    }
}
