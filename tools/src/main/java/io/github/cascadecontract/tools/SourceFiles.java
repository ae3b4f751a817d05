package io.github.cascadecontract.tools;

import java.util.Optional;

/** Where the sources of entities are. */
@FunctionalInterface
public interface SourceFiles {
    /** For callers that do not know. */
    SourceFiles UNKNOWN = entity -> Optional.empty();

    /**
     * The file that declares an entity.
     *
     * @param entity name of the entity
     * @return the path from the root of the repository, with {@code /} between its parts; empty if it is not known
     */
    Optional<String> of(String entity);
}
