package io.github.cascadecontract.finding;

import static io.github.cascadecontract.finding.FindingText.info;

/** Worth knowing. */
final class InfoTexts {
    static final FindingText CASCADE_SKIPS_VERSION =
            info("Rows of an entity with @Version are removed without being read.")
                    .hurts("Their version is not checked: what another transaction changed meanwhile goes as well.")
                    .mend(
                            "Nothing, if the parent's version protects its children. Otherwise let the client remove them.");

    static final FindingText NULLABLE_ORPHAN_KEY = info("A relation removes orphans, and its key may be NULL.")
            .hurts("A row with a NULL key, left by plain SQL, belongs to nobody and is never removed.")
            .mend("Set the key NOT NULL, and say nullable = false.");

    static final FindingText PERSIST_TO_OWNER =
            info("PERSIST points back from the child to the owner that persists it.")
                    .hurts("Persisting a child also inserts a new owner, which nobody asked for.")
                    .mend("Take PERSIST (and ALL) off the child's side.");

    static final FindingText ORPHAN_REMOVAL_ON_SHARED_TARGET =
            info("orphanRemoval on a many-to-one or many-to-many, which needs @SingleParent.")
                    .hurts(
                            "Letting go of the target removes it; that it has one owner is checked among managed entities only.")
                    .mend("Use a one-to-one, or a unique key.");

    static final FindingText SEVERAL_CASCADE_PATHS = info("Cascades lead to a table on several ways from one parent.")
            .hurts("PostgreSQL takes it, each row goes once; databases such as SQL Server refuse it.")
            .mend("Nothing on PostgreSQL.");

    static final FindingText CASCADE_IN_TREE = info("ON DELETE CASCADE from a table to itself.")
            .hurts("Removing a node removes its whole subtree, one query of the database per node.")
            .mend("Nothing, if that is meant.");

    static final FindingText DEFERRABLE_KEY = info("The foreign key is deferrable.")
            .hurts("While it is deferred a violation is told at commit, not at the flush, and names no entity.")
            .mend("Nothing, if rows refer to each other in circles. Otherwise say NOT DEFERRABLE.");

    static final FindingText LOOKUP_WITHOUT_INDEX =
            info("No index begins with the columns of a key over which nothing is removed or loaded.")
                    .hurts("Should a parent be removed, the whole table of the children is read.")
                    .mend("Create the index if parents are ever removed.");

    static final FindingText UNDECLARED_ON_DELETE =
            info("The key has an ON DELETE action, and the mapping does not say so.")
                    .hurts(
                            "Readers of the class, and the contract without a database, do not know that rows go or change.")
                    .mend("Declare @OnDelete on the attribute that holds the key.");

    static final FindingText CASCADE_NOT_USED =
            info("The database would remove the children, and the client reads and removes them one by one.")
                    .hurts("A removal costs a SELECT, and a statement for each child or batch of children.")
                    .mend("Say @PassiveDeletes(ON), if nothing depends on reading them.");

    static final FindingText UNMAPPED_KEY_BLOCKS =
            info("A foreign key that the mapping does not know refers to a mapped table, with NO ACTION or RESTRICT.")
                    .hurts("A removal fails as long as it has rows there, and no relation explains why.")
                    .mend("Map the key, or remove its rows first.");

    static final FindingText CASCADE_FROM_UNMAPPED =
            info("A mapped table loses its rows with those of a table that the mapping does not know.")
                    .hurts("Whoever deletes there removes entities that no unit of work and no callback hears of.")
                    .mend("Map the parent, or change the key's action.");

    static final FindingText NULLABILITY_DIFFERS =
            info("The mapping says that a key is not NULL, the database allows NULL.")
                    .hurts("Rows that plain SQL wrote break what the classes promise.")
                    .mend("Set the column NOT NULL.");

    static final FindingText LINK_TABLE_WITHOUT_KEY = info("Nothing keeps a link table from holding a link twice.")
            .hurts("To the contract a link is there or not (M2M-3); the second row shows up in lists.")
            .mend("Add a primary key over both keys.");

    static final FindingText LINKS_IN_THE_WAY =
            info("An end of a many-to-many does not map its links, and their key blocks.")
                    .hurts("An entity at that end cannot be removed as long as it is linked.")
                    .mend("Map the other side, or give the key ON DELETE CASCADE, if linked entities may go.");

    static final FindingText BLOCKS_OTHERWISE = info("One of mapping and database says NO ACTION, the other RESTRICT.")
            .hurts("Both block; RESTRICT at once, NO ACTION when the statement or a deferred transaction ends.")
            .mend("Let @OnDelete say what the key has.");

    static final FindingText RESTRICT_BESIDE_CASCADE =
            info("A table is reached by ON DELETE CASCADE on one way and holds a key with RESTRICT on another.")
                    .hurts(
                            "RESTRICT fails at once, although the row would go by the other way; NO ACTION waits for the end of the statement.")
                    .mend("Say NO ACTION instead of RESTRICT, or CASCADE.");

    private InfoTexts() {}
}
