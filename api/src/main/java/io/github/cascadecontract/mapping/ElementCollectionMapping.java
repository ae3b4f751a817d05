package io.github.cascadecontract.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of values that belong to their entity alone ({@code @ElementCollection}). The provider writes it; to the
 * contract it is one value of the entity.
 *
 * @param attribute the attribute
 * @param table the collection table
 * @param keyColumns the columns that refer to the entity, in the order of its id columns
 * @param elementType class of the elements, {@code Object} if it is not told
 * @param elements the columns of an element: one without attribute path if the element is a basic value
 * @param orderColumn the column of {@code @OrderColumn}, null if there is none
 */
public record ElementCollectionMapping(
        Attribute attribute,
        TableName table,
        List<String> keyColumns,
        Class<?> elementType,
        List<Element> elements,
        @Nullable String orderColumn) {
    /** Keeps immutable copies. */
    public ElementCollectionMapping {
        keyColumns = List.copyOf(keyColumns);
        elements = List.copyOf(elements);
    }

    /**
     * One column of an element.
     *
     * @param attribute the attribute of an embeddable element, null if the element is the value itself
     * @param column column name
     */
    public record Element(@Nullable Attribute attribute, String column) {}
}
