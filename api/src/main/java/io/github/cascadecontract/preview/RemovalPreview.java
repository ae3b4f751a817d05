package io.github.cascadecontract.preview;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.removal.RemovalPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts what an outline tells and what the database's foreign keys would do then. Changes nothing. */
public final class RemovalPreview {
    private final CascadeContract contract;
    private final Connection connection;

    /**
     * Makes a preview.
     *
     * @param contract what the tables mean
     * @param connection where to count; it is not closed
     */
    public RemovalPreview(CascadeContract contract, Connection connection) {
        this.contract = contract;
        this.connection = connection;
    }

    /**
     * Counts. An open transaction sees its own rows, and stays usable whatever happens.
     *
     * @throws io.github.cascadecontract.error.DatabaseException if the database does not answer or a mapped table is missing
     */
    public CountedRemoval count(RemovalOutline outline) {
        try {
            ReadCatalog read = ReadCatalog.of(contract, connection);
            MappedTables tables = new MappedTables(contract, read.catalog());
            Graph graph = graph(withMergedSets(outline), tables);
            Counts counts = Attempt.on(connection, () -> Counts.of(graph, tables, outline.watched(), connection));
            List<String> notes = new ArrayList<>(read.notes());
            notes.addAll(UncountedTables.notes(graph));
            RemovalPlan plan = new RemovalPlan(
                    outline.entity().name(), String.valueOf(outline.id()), new PlanTree(graph, counts).roots(), notes);
            return new CountedRemoval(plan, counts.reached());
        } catch (SQLException failure) {
            throw new DatabaseException(
                    "%s: the rows of a removal could not be counted: %s. Check the connection, and that the tables have the mapped columns."
                            .formatted(outline.entity().name(), failure.getMessage()),
                    failure);
        }
    }

    private static RemovalOutline withMergedSets(RemovalOutline outline) {
        return new RemovalOutline(
                outline.entity(),
                outline.id(),
                outline.removed(),
                MergedSets.of(outline.sets()),
                outline.keyChanges(),
                outline.lostLinks(),
                outline.watched());
    }

    private static Graph graph(RemovalOutline outline, MappedTables tables) {
        Graph graph = new Graph();
        MappedKeys keys = new MappedKeys(tables);
        KeyChangePart changes = new KeyChangePart(outline, tables, keys, graph);
        Map<ForeignKey, ChangedKeys> changed = changes.changed();
        new KnownPart(outline, tables, keys, graph).add();
        ClientPart client = new ClientPart(outline, tables, new RelationPaths(tables, keys, changed), graph);
        client.addDeletions();
        graph.nodes().stream().filter(node -> tables.isProtected(node.table())).forEach(Node::protect);
        PartRows parts = new PartRows(tables, keys, graph);
        graph.nodes().forEach(parts::addTo);
        new LostLinkPart(outline.lostLinks(), tables, graph).add();
        client.addLinksAndNulls();
        changes.addNulls();
        new DatabasePart(tables, keys, graph, changes, changed).add();
        return graph;
    }
}
