package io.github.cascadecontract.catalog;

/**
 * A column.
 *
 * @param name its name as stored
 * @param type its type as PostgreSQL writes it, such as {@code bigint} or {@code character varying(20)}
 * @param isNotNull whether it must not be NULL
 * @param hasDefault whether it has a default other than NULL
 */
public record CatalogColumn(String name, String type, boolean isNotNull, boolean hasDefault) {}
