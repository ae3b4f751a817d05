package io.github.cascadecontract.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What kind of collection a relation has.
 *
 * @param type declared type: {@code List}, {@code Set}, {@code Collection} or {@code Map} (or what a provider takes besides)
 * @param orderBy the value of {@code @OrderBy}, empty for the order of the ids, null if there is none
 * @param orderColumn the column of {@code @OrderColumn}, null if there is none
 * @param mapKey attribute of the target that is the key of a map, empty for its id, null if this is no map
 */
public record CollectionMapping(
        Class<?> type,
        @Nullable String orderBy,
        @Nullable String orderColumn,
        @Nullable String mapKey) {}
