package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;

/**
 * Ids of generated statements. They begin with the entity class, so that log levels by package hold; the last part has a
 * colon, so that MyBatis' short names never collide with an application's.
 */
final class StatementId {
    private StatementId() {}

    static String selectByIds(EntityTable table) {
        return id(table, "selectByIds");
    }

    static String existing(EntityTable table) {
        return id(table, "existing");
    }

    static String insertSet(EntityTable table) {
        return id(table, "insertSet");
    }

    static String insertRow(EntityTable table) {
        return id(table, "insertRow");
    }

    static String updateSet(EntityTable table) {
        return id(table, "updateSet");
    }

    static String updateRow(EntityTable table) {
        return id(table, "updateRow");
    }

    static String deleteByIds(EntityTable table) {
        return id(table, "deleteByIds");
    }

    static String deleteVersions(EntityTable table) {
        return id(table, "deleteVersions");
    }

    static String nextIds(EntityTable table) {
        return id(table, "nextIds");
    }

    static String load(Relation relation) {
        return id(relation, "load");
    }

    static String link(Relation relation) {
        return id(relation, "link");
    }

    static String unlink(Relation relation) {
        return id(relation, "unlink");
    }

    static String clearLinks(Relation relation) {
        return id(relation, "clearLinks");
    }

    private static String id(EntityTable table, String operation) {
        return table.model().type().getName() + ".cascade:" + operation;
    }

    private static String id(Relation relation, String operation) {
        return relation.entity().type().getName() + ".cascade:" + operation + ":"
                + relation.name().replace('.', '/');
    }
}
