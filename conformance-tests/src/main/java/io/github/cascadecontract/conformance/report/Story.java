package io.github.cascadecontract.conformance.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario is about, for readers.
 *
 * @param id its id
 * @param group its family
 * @param fact one sentence
 * @param foreignKeys the keys in the database
 * @param relations the relations of its entities
 * @param seed rows before the first step, by table
 * @param steps one readable line each
 * @param decision the contract's own decision as a sentence, or null where the record stands
 */
public record Story(
        String id,
        String group,
        String fact,
        List<ForeignKey> foreignKeys,
        List<Relation> relations,
        Map<String, List<Map<String, @Nullable Object>>> seed,
        List<String> steps,
        @Nullable String decision) {
    /** Keeps an immutable copy. */
    public Story {
        foreignKeys = List.copyOf(foreignKeys);
        relations = List.copyOf(relations);
        seed = Copies.rows(seed);
        steps = List.copyOf(steps);
    }

    /**
     * A key in the database.
     *
     * @param column table and column
     * @param to the table it refers to
     * @param onDelete the referential action in SQL's words
     * @param constraints what else holds for it in SQL's words, {@code NOT NULL} or {@code UNIQUE} for instance
     */
    public record ForeignKey(String column, String to, String onDelete, List<String> constraints) {
        /** Keeps an immutable copy. */
        public ForeignKey {
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * A relation of an entity.
     *
     * @param name entity and attribute
     * @param kind one-to-many, one-to-one, many-to-one or many-to-many
     * @param target the entity at its other end
     * @param key the foreign key's table and column, or the link table
     * @param settings cascade settings and annotations, as a user would write them
     * @param inverse the other half of the pair, or null
     */
    public record Relation(
            String name,
            String kind,
            String target,
            String key,
            List<String> settings,
            @Nullable String inverse) {
        /** Keeps an immutable copy. */
        public Relation {
            settings = List.copyOf(settings);
        }
    }
}
