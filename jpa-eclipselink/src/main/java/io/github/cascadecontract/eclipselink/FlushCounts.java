package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.spi.RowCounter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    void add(String sql, @Nullable Class<?> type, long rows) {
        RowCounter flush = counter;
        Matcher statement = WRITING.matcher(sql);
        if (flush == null || !statement.matches()) return;
        String table = statement.group(2);
        String entity = entity(type);
        switch (statement.group(1)) {
            case "INSERT INTO" -> flush.inserted(table, entity, rows);
            case "UPDATE" -> flush.updated(table, entity, rows);
            default -> flush.deleted(table, entity, rows);
        }
    }

    private @Nullable String entity(@Nullable Class<?> type) {
        CascadeContract known = contract;
        return known == null || type == null
                ? null
                : known.find(type).map(EntityModel::name).orElse(null);
    }
}
