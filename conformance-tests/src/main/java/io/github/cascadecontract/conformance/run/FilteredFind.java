package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look-up of an entity whose collection shall hold only some rows.
 *
 * @param type the entity
 * @param id its id
 * @param attribute the collection
 * @param target what the collection holds
 * @param key table and column of the foreign key in the target's table
 * @param condition columns of the target and their values
 */
record FilteredFind(
        EntityType type,
        Object id,
        String attribute,
        EntityType target,
        String key,
        Map<String, @Nullable Object> condition) {}
