package io.github.cascadecontract.plan;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that hang below one entity over a chain of keys, described without reading them.
 *
 * @param levels from the entity downwards, at least one
 * @param links the many-to-many whose link rows of the lowest level are meant, null for the rows of that level themselves
 */
public record RowsBelow(List<Level> levels, @Nullable Relation links) {
    /** Keeps an immutable copy. */
    public RowsBelow {
        levels = List.copyOf(levels);
    }

    /**
     * One step down.
     *
     * @param key the key whose child rows refer to the level above
     * @param except managed children that moved away in memory; their rows are not meant (rule REM-7)
     */
    public record Level(ForeignKey key, List<Object> except) {
        /** Keeps an immutable copy. */
        public Level {
            except = List.copyOf(except);
        }
    }

    /** The lowest level. */
    public Level last() {
        return levels.get(levels.size() - 1);
    }

    /** The entity whose rows are at the lowest level. */
    public EntityModel entity() {
        return last().key().child();
    }

    /** What happens to the rows. */
    public enum Operation {
        /** They are deleted. */
        DELETE,
        /** The key of the lowest level is set to NULL. */
        SET_NULL
    }
}
