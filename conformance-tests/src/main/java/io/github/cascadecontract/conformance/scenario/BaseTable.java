package io.github.cascadecontract.conformance.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables that scenarios may name, with the columns that they have besides foreign keys. */
public enum BaseTable {
    /** People. */
    USERS("users", "User", "name", "email"),
    /** What people write. */
    POSTS("posts", "Post", "title", "description"),
    /** One for each user. */
    PROFILES("profiles", "Profile", "bio"),
    /** What is said about posts. */
    COMMENTS("comments", "Comment", "body"),
    /** Labels of posts. */
    TAGS("tags", "Tag", "name"),
    /** What was done. */
    AUDIT_ENTRIES("audit_entries", "AuditEntry", "action"),
    /** Trees. */
    NODES("nodes", "Node", "name"),
    /** Files. */
    ATTACHMENTS("attachments", "Attachment", "label");

    private final String table;
    private final String entity;
    private final List<String> columns;

    BaseTable(String table, String entity, String... columns) {
        this.table = table;
        this.entity = entity;
        this.columns = List.of(columns);
    }

    /** Returns the name in the database. */
    public String table() {
        return table;
    }

    /** Returns the name of the entity. */
    public String entity() {
        return entity;
    }

    /** Returns the text columns, without id and foreign keys. */
    public List<String> columns() {
        return columns;
    }

    /** Returns the table with that name in the database, if there is one; link tables have none. */
    public static Optional<BaseTable> named(String table) {
        return Arrays.stream(values()).filter(base -> base.table.equals(table)).findFirst();
    }

    /** Returns the table of an entity, if there is one. */
    public static Optional<BaseTable> ofEntity(String entity) {
        return Arrays.stream(values())
                .filter(base -> base.entity.equals(entity))
                .findFirst();
    }
}
