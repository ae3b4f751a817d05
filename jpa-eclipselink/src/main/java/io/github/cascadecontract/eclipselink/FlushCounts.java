package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.spi.RowCounter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.jspecify.annotations.Nullable;

/** The rows that EclipseLink's own statements write while a unit of work flushes; others are the application's. */
final class FlushCounts {
    /** How EclipseLink begins a statement; which table of an entity it writes is told nowhere else. */
    private static final Pattern WRITING =
            Pattern.compile("(INSERT INTO|UPDATE|DELETE FROM) ((?:\"(?:[^\"]|\"\")*\"|[^\\s(\"])+).*", Pattern.DOTALL);

    private @Nullable RowCounter counter;
    private @Nullable CascadeContract contract;

    void begin(RowCounter flush, CascadeContract ofEntities) {
        counter = flush;
        contract = ofEntities;
    }

    void end() {
        counter = null;
    }

    void add(DatabaseCall call, long rows) {
        RowCounter flush = counter;
        Matcher statement = WRITING.matcher(call.getSQLString());
        if (flush == null || !statement.matches()) return;
        String table = statement.group(2);
        String entity = entity(call.getQuery());
        switch (statement.group(1)) {
            case "INSERT INTO" -> flush.inserted(table, entity, rows);
            case "UPDATE" -> flush.updated(table, entity, rows);
            default -> flush.deleted(table, entity, rows);
        }
    }

    /** The rows of an element collection are written by a query without an entity. */
    private @Nullable String entity(DatabaseQuery query) {
        CascadeContract known = contract;
        if (known == null || !query.isObjectLevelModifyQuery()) return null;
        return known.find(query.getDescriptor().getJavaClass())
                .map(EntityModel::name)
                .orElse(null);
    }
}
