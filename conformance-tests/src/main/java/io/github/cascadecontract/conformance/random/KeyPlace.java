package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.BaseTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a foreign key or a link table may be, and what the relations over it are called. */
enum KeyPlace {
    POSTS_OF_USER("posts", "user_id", BaseTable.USERS, "posts", "user"),
    COMMENTS_OF_POST("comments", "post_id", BaseTable.POSTS, "comments", "post"),
    COMMENTS_OF_USER("comments", "user_id", BaseTable.USERS, "comments", "user"),
    PROFILE_OF_USER("profiles", "user_id", BaseTable.USERS, "profile", "user"),
    USER_OF_PROFILE("users", "profile_id", BaseTable.PROFILES, "user", "profile"),
    TREE("nodes", "parent_id", BaseTable.NODES, "children", "parent"),
    TAGS_OF_POST("post_tags", "post_id", BaseTable.POSTS, "tags", "posts");

    private static final Set<KeyPlace> SINGLE = Set.of(PROFILE_OF_USER, USER_OF_PROFILE);

    private final String table;
    private final String column;
    private final BaseTable parent;
    private final String parentAttribute;
    private final String childAttribute;

    KeyPlace(String table, String column, BaseTable parent, String parentAttribute, String childAttribute) {
        this.table = table;
        this.column = column;
        this.parent = parent;
        this.parentAttribute = parentAttribute;
        this.childAttribute = childAttribute;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    BaseTable parent() {
        return parent;
    }

    /** The entity that holds the key; of a link table the other end. */
    BaseTable child() {
        return isLink() ? BaseTable.TAGS : BaseTable.named(table).orElseThrow();
    }

    /** The attribute of the parent that holds its children. */
    String parentAttribute() {
        return parentAttribute;
    }

    /** The attribute of the child that refers to its parent. */
    String childAttribute() {
        return childAttribute;
    }

    /** Whether a parent has one child at most. */
    boolean isSingle() {
        return SINGLE.contains(this);
    }

    boolean isLink() {
        return this == TAGS_OF_POST;
    }

    boolean isTree() {
        return this == TREE;
    }

    /** Whether a model may have both: no attribute is named twice, and the places share an entity. */
    boolean fits(Set<KeyPlace> others) {
        boolean free = others.stream().noneMatch(other -> other == this || other.isSingle() && isSingle());
        return free && others.stream().anyMatch(other -> other.ends().stream().anyMatch(ends()::contains));
    }

    private List<BaseTable> ends() {
        return List.of(parent, child());
    }

    /** Columns of a link table that refer to the two ends. */
    Stream<LinkColumn> linkColumns() {
        return Stream.of(new LinkColumn(column, parent), new LinkColumn("tag_id", child()));
    }

    /**
     * A column of a link table.
     *
     * @param name its name
     * @param to what it refers to
     */
    record LinkColumn(String name, BaseTable to) {}
}
