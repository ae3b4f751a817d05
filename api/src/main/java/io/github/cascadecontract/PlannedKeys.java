package io.github.cascadecontract;

import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The foreign keys of plans that wait for their flush: whether they still act as the plans have told. */
final class PlannedKeys {
    private static final String KEYS = "SELECT conname, CAST(conrelid::regclass AS text), CAST(confdeltype AS text)"
            + " FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conname = ANY (?)";

    private final List<RemovalPlan> plans = new ArrayList<>();

    void add(RemovalPlan plan) {
        plans.add(plan);
    }

    void clear() {
        plans.clear();
    }

    /** One note for each key that was changed or dropped since; one SELECT if a plan has keys, else none. */
    List<String> changes(Supplier<Connection> connection) {
        Map<Key, String> expected = expected();
        if (expected.isEmpty()) return List.of();
        Map<Key, String> present = present(connection.get(), expected);
        List<String> notes = new ArrayList<>();
        expected.forEach((key, action) -> {
            if (!action.equals(present.get(key)))
                notes.add("key %s of %s is not as the plan saw it: the schema was changed meanwhile"
                        .formatted(key.name(), key.table()));
        });
        return notes;
    }

    private Map<Key, String> expected() {
        Map<Key, String> expected = new HashMap<>();
        plans.stream().flatMap(RemovalPlan::all).forEach(planned -> {
            String name = planned.place().constraint();
            String action = action(planned);
            if (name != null && !name.isEmpty() && action != null)
                expected.put(new Key(name, planned.place().table()), action);
        });
        return expected;
    }

    /** How the catalogue writes what the key does; null where the plan does not depend on it. */
    private static @Nullable String action(PlannedRows planned) {
        Obstacle obstacle = planned.obstacle();
        if (obstacle != null)
            return switch (obstacle.kind()) {
                case RESTRICT -> "r";
                case NO_ACTION -> "a";
                case NOT_NULL, PROTECTED -> null;
            };
        if (planned.actor().isClient() || planned.effect() == Effect.BLOCKED) return null;
        if (planned.effect().deletes()) return "c";
        return planned.effect() == Effect.SET_NULL ? "n" : "d";
    }

    private static Map<Key, String> present(Connection connection, Map<Key, String> expected) {
        Map<Key, String> present = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KEYS)) {
            Object[] names = expected.keySet().stream().map(Key::name).toArray();
            statement.setArray(1, connection.createArrayOf("text", names));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) present.put(new Key(rows.getString(1), rows.getString(2)), rows.getString(3));
            return present;
        } catch (SQLException failure) {
            throw new DatabaseException(
                    "The keys of a plan could not be looked at again: %s. Check the connection."
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    private record Key(String name, String table) {}
}
