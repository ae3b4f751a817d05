package io.github.cascadecontract.finding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check found.
 *
 * @param code what it is
 * @param entity name of the entity, null if the mapping does not know the table
 * @param attribute the attribute's name, null if none is concerned
 * @param table the table as texts name it, null if none is concerned
 * @param constraint name of the foreign key, null if there is none or the database was not asked
 * @param sentence what was found in one sentence, and where no SQL mends it, what to do in another
 * @param mend SQL that mends it, null if SQL does not mend it
 */
public record Finding(
        FindingCode code,
        @Nullable String entity,
        @Nullable String attribute,
        @Nullable String table,
        @Nullable String constraint,
        String sentence,
        @Nullable String mend) {

    /** How much it matters. */
    public Severity severity() {
        return code.severity();
    }

    /** The place in the mapping, such as {@code User.posts}, or the table where the mapping does not know it. */
    public String where() {
        if (entity == null) return Optional.ofNullable(table).orElse("contract");
        return attribute == null ? entity : entity + "." + attribute;
    }

    @Override
    public String toString() {
        String line = "%s %s %s: %s".formatted(severity(), code.id(), where(), sentence);
        return mend == null ? line : line + " Mend it: " + mend;
    }
}
