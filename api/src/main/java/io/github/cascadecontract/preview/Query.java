package io.github.cascadecontract.preview;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement in the making, whose parameters are arrays of texts. */
final class Query {
    private final StringBuilder text = new StringBuilder();
    private final List<List<@Nullable String>> parameters = new ArrayList<>();

    Query add(String more) {
        text.append(more);
        return this;
    }

    /** Binds the next {@code ?}. */
    Query parameter(List<@Nullable String> texts) {
        parameters.add(texts);
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < parameters.size(); i++)
            statement.setArray(
                    i + 1, connection.createArrayOf("text", parameters.get(i).toArray()));
        return statement;
    }
}
