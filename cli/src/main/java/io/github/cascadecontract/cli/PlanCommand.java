package io.github.cascadecontract.cli;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.tools.PlanFormat;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a removal would do. */
@Command(name = "plan", description = "Says what the removal of one entity would do now. Removes nothing.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private Conventions conventions = new Conventions();

    @Mixin
    private ApplicationOptions application = new ApplicationOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--entity", required = true, paramLabel = "NAME", description = "Name or class of the entity.")
    private String entity = "";

    @Option(
            names = "--id",
            required = true,
            paramLabel = "VALUE",
            description = "Its id; for a composite one an --id for each column, in the order of the mapping.")
    private List<String> id = List.of();

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json|mermaid|svg",
            description = "How to write it. Default: ${DEFAULT-VALUE}.")
    private PlanFormat format = PlanFormat.TEXT;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws SQLException, IOException {
        RemovalPlan plan = plan();
        output.write(format.of(plan));
        return plan.isBlocked() ? ExitCode.FOUND : ExitCode.FINE;
    }

    private RemovalPlan plan() throws SQLException, IOException {
        try (Application classes = application.open()) {
            CascadeContract contract = classes.contract();
            EntityModel model = named(contract);
            Object key = new IdArgument(model).read(id);
            try (Connection connection = database.dataSource().getConnection()) {
                return contract.plan(connection, model.type(), key);
            }
        }
    }

    private EntityModel named(CascadeContract contract) {
        return contract.entities().stream()
                .filter(model -> entity.equals(model.name())
                        || entity.equals(model.type().getName()))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "No entity is called %s, but there are %s.".formatted(entity, contract.entities())));
    }
}
