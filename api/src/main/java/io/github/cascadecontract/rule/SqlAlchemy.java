package io.github.cascadecontract.rule;

/** The places in SQLAlchemy's documentation that rules point to. */
final class SqlAlchemy {
    static final Anchor SAVE_UPDATE = cascades("Cascades: save-update", "cascade-save-update");
    static final Anchor BIDIRECTIONAL =
            cascades("Behavior of save-update cascade with bi-directional relationships", "back-populates-cascade");
    static final Anchor DELETE = cascades("Cascades: delete", "cascade-delete");
    static final Anchor DELETE_MANY_TO_MANY =
            cascades("Using delete cascade with many-to-many relationships", "cascade-delete-many-to-many");
    static final Anchor ON_DELETE =
            cascades("Using foreign key ON DELETE cascade with ORM relationships", "passive-deletes");
    static final Anchor ON_DELETE_MANY_TO_MANY =
            cascades("Using foreign key ON DELETE with many-to-many relationships", "passive-deletes-many-to-many");
    static final Anchor DELETE_ORPHAN = cascades("Cascades: delete-orphan", "cascade-delete-orphan");
    static final Anchor MERGE = cascades("Cascades: merge", "cascade-merge");
    static final Anchor REFRESH_EXPIRE = cascades("Cascades: refresh-expire", "cascade-refresh-expire");
    static final Anchor EXPUNGE = cascades("Cascades: expunge", "cascade-expunge");
    static final Anchor NOTES_ON_DELETE = cascades("Notes on Delete", "session-deleting-from-collections");

    static final Anchor PARAMETER_CASCADE = parameter("cascade");
    static final Anchor PARAMETER_PASSIVE_DELETES = parameter("passive_deletes");
    static final Anchor PARAMETER_SINGLE_PARENT = parameter("single_parent");
    static final Anchor PARAMETER_POST_UPDATE = parameter("post_update");

    static final Anchor MUTUALLY_DEPENDENT_ROWS =
            page("relationship_persistence", "Mutually Dependent Rows", "post-update");
    static final Anchor LINK_ROWS = page(
            "basic_relationships", "Deleting Rows from the Many to Many Table", "relationships-many-to-many-deletion");
    static final Anchor OBJECT_STATES =
            page("session_state_management", "Quickie Intro to Object States", "session-object-states");
    static final Anchor MERGING = page("session_state_management", "Merging", "unitofwork-merging");
    static final Anchor REFRESHING = page("session_state_management", "Refreshing / Expiring", "session-expire");
    static final Anchor DELETING = page("session_basics", "Deleting", "session-deleting");
    static final Anchor FLUSHING = page("session_basics", "Flushing", "session-flushing");
    static final Anchor ROLLING_BACK = page("session_basics", "Rolling Back", "session-rollback");
    static final Anchor SAVEPOINT = page("session_transaction", "Using SAVEPOINT", "session-begin-nested");
    static final Anchor VERSION_COUNTER = page("versioning", "Configuring a Version Counter", "mapper-version-counter");
    static final Anchor BULK = page(
            "queryguide/dml", "ORM UPDATE and DELETE with Custom WHERE Criteria", "orm-queryguide-update-delete-where");

    private SqlAlchemy() {}

    private static Anchor cascades(String section, String id) {
        return page("cascades", section, id);
    }

    private static Anchor parameter(String name) {
        return page("relationship_api", "`relationship." + name + "`", "sqlalchemy.orm.relationship.params." + name);
    }

    private static Anchor page(String page, String section, String id) {
        return new Anchor(
                Anchor.Origin.SQLALCHEMY,
                section,
                "https://docs.sqlalchemy.org/en/20/orm/%s.html#%s".formatted(page, id));
    }
}
