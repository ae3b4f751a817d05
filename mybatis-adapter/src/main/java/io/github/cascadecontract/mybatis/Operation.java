package io.github.cascadecontract.mybatis;

/** Operations for which an application may have a statement of its own, {@code <entity class>Mapper.<name>}. */
enum Operation {
    /** Rows by id; the parameter is {@code {ids: [...]}}, the result are entities. */
    SELECT_BY_IDS("selectByIds"),
    /** Inserts one entity, which is the parameter. */
    INSERT("insert"),
    /** Updates one entity, which is the parameter. */
    UPDATE("update"),
    /** Deletes one entity, which is the parameter. */
    DELETE("delete"),
    /** Deletes rows by id; the parameter is {@code {ids: [...]}}. */
    DELETE_BY_IDS("deleteByIds");

    private final String statement;

    Operation(String statement) {
        this.statement = statement;
    }

    /** The id of the application's own statement, whether it exists or not. */
    String idFor(EntityTable table) {
        return mapperOf(table) + "." + statement;
    }

    /** The namespace of an entity's statements, its cache included. */
    static String mapperOf(EntityTable table) {
        return table.model().type().getName() + "Mapper";
    }
}
