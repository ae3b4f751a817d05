package io.github.cascadecontract.cli;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.EntityId;
import io.github.cascadecontract.mapping.IdMapping;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Turns what the caller wrote into an id of an entity. */
final class IdArgument {
    private final EntityModel model;
    private final EntityId identity;

    IdArgument(EntityModel model) {
        this.model = model;
        this.identity = model.mapping().identity();
    }

    Object read(List<String> written) {
        List<String> columns =
                identity.columns().stream().map(IdMapping::column).toList();
        if (written.size() != columns.size())
            throw new InputException(
                    "%s needs --id %d time(s), for %s.".formatted(model, columns.size(), String.join(", ", columns)));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++)
            values.add(value(written.get(i), identity.columnTypes().get(i), columns.get(i)));
        return identity.of(values);
    }

    /** The library that reads the options knows how to read values of most types. */
    private Object value(String written, Class<?> type, String column) {
        PositionalParamSpec parameter =
                PositionalParamSpec.builder().index("0").type(type).build();
        CommandLine reader = new CommandLine(CommandSpec.create().addPositional(parameter)).setExpandAtFiles(false);
        try {
            reader.parseArgs("--", written);
        } catch (ParameterException unreadable) {
            throw new InputException("--id of %s: column %s holds values of %s, and what is given is not one."
                    .formatted(model, column, type.getName()));
        }
        return parameter.getValue();
    }
}
