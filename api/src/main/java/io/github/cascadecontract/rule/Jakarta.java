package io.github.cascadecontract.rule;

/** The sections of the Jakarta Persistence specification that rules point to. */
final class Jakarta {
    static final Anchor RELATIONSHIPS = section("2.11", "Entity Relationships", "a516");
    static final Anchor BIDIRECTIONAL_MANY_TO_MANY =
            section("2.12.4", "Bidirectional ManyToMany Relationships", "a708");
    static final Anchor PERSISTING = section("3.3.2", "Persisting an Entity Instance", "a1929");
    static final Anchor REMOVAL = section("3.3.3", "Removal", "a1946");
    static final Anchor SYNCHRONIZATION = section("3.3.4", "Synchronization to the Database", "a1955");
    static final Anchor REFRESHING = section("3.3.5", "Refreshing an Entity Instance", "a1929");
    static final Anchor EVICTING =
            section("3.3.6", "Evicting an Entity Instance from the Persistence Context", "a1929");
    static final Anchor DETACHED = section("3.3.7", "Detached Entities", "a1982");
    static final Anchor MERGING = section("3.3.7.1", "Merging Detached Entity State", "a1983");
    static final Anchor LOAD_STATE = section("3.3.9", "Load State", "a2019");
    static final Anchor CONTEXT_LIFETIME =
            section("3.4", "Persistence Context Lifetime and Synchronization Type", "a2027");
    static final Anchor ROLLBACK = section("3.4.3", "Transaction Rollback", "a2049");
    static final Anchor OPTIMISTIC_LOCKING = section("3.5.2", "Entity Versions and Optimistic Locking", "a2059");
    static final Anchor QUERIES_AND_FLUSH = section("3.11.2", "Queries and Flush Mode", "a4374");
    static final Anchor NATIVE_QUERIES = section("3.11.11", "SQL Queries", "a4427");
    static final Anchor EXCEPTIONS = section("3.12", "Summary of Exceptions", "a4639");
    static final Anchor BULK = section("4.11", "Bulk Update and Delete Operations", "a5636");
    static final Anchor FOREIGN_KEY = section("11.1.20", "ForeignKey Annotation", "a14754");
    static final Anchor MANY_TO_MANY = section("11.1.30", "ManyToMany Annotation", "a15100");

    private Jakarta() {}

    private static Anchor section(String number, String title, String id) {
        return new Anchor(
                Anchor.Origin.JAKARTA_PERSISTENCE,
                number + " " + title,
                "https://jakarta.ee/specifications/persistence/3.2/jakarta-persistence-spec-3.2#" + id);
    }
}
