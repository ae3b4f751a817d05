package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The engine with an adapter that cannot be wrong, as a reference for other adapters: rows are given and told by table, with their
 * ids and keys alone. What was rolled back is not told.
 */
public final class ReferenceSessions implements PersistenceSessions {
    private final CascadeContract contract;
    private MemoryDatabase database;
    private int sent;
    private int byDatabase;

    public ReferenceSessions(CascadeContract contract) {
        this.contract = contract;
        this.database = new MemoryDatabase(contract);
    }

    /** Begins anew with these rows. */
    public void begin(Map<String, List<Map<String, Object>>> seed) {
        database = new MemoryDatabase(contract);
        sent = 0;
        byDatabase = 0;
        for (EntityModel model : contract.entities()) rowsOf(seed, table(model)).forEach(row -> add(model, row));
        for (EntityModel model : contract.entities()) rowsOf(seed, table(model)).forEach(row -> refer(model, row));
        linkTables().forEach(table -> rowsOf(seed, table.table().name()).forEach(row -> link(table, row)));
    }

    private static List<Map<String, Object>> rowsOf(Map<String, List<Map<String, Object>>> seed, String table) {
        return seed.getOrDefault(table, List.of());
    }

    private static String table(EntityModel model) {
        return model.mapping().table().name();
    }

    private void add(EntityModel model, Map<String, Object> row) {
        database.rows.add(new RowKey(model, row.get("id")));
    }

    private void refer(EntityModel model, Map<String, Object> row) {
        database.foreignKeysOf(model)
                .forEach(key -> database.rows.setKey(
                        new RowKey(model, row.get("id")),
                        key,
                        row.get(key.columns().get(0))));
    }

    private List<LinkTable> linkTables() {
        return contract.entities().stream()
                .flatMap(model -> model.relations().stream())
                .filter(relation -> relation.keySide() == KeySide.LINK_TABLE)
                .map(Relation::linkTable)
                .distinct()
                .toList();
    }

    private void link(LinkTable table, Map<String, Object> row) {
        Relation owner = table.owner();
        Object source = row.get(table.columnsOf(owner).get(0));
        database.links.add(new LinkRows.Link(
                table, source, row.get(table.columnsOfTarget(owner).get(0))));
    }

    /** All rows with id and keys, by table. */
    public Map<String, List<Map<String, Object>>> rows() {
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        contract.entities().forEach(model -> tables.put(table(model), new ArrayList<>()));
        linkTables().forEach(table -> tables.put(table.table().name(), new ArrayList<>()));
        database.rows
                .all()
                .keySet()
                .forEach(row -> tables.get(table(row.model())).add(columns(row)));
        database.links
                .all()
                .forEach(link -> tables.get(link.table().table().name()).add(columns(link)));
        return tables;
    }

    private Map<String, Object> columns(RowKey row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", row.id());
        database.foreignKeysOf(row.model())
                .forEach(key -> columns.put(key.columns().get(0), database.rows.key(row, key)));
        return columns;
    }

    private static Map<String, Object> columns(LinkRows.Link link) {
        Relation owner = link.table().owner();
        return Map.of(
                link.table().columnsOf(owner).get(0),
                link.source(),
                link.table().columnsOfTarget(owner).get(0),
                link.target());
    }

    /** What the client has sent and committed, such as {@code delete Post#1} and {@code link post_tags(1,2)}. */
    public List<String> sent() {
        return List.copyOf(database.sent.subList(0, sent));
    }

    /** What the database has done by itself. */
    public List<String> byDatabase() {
        return List.copyOf(database.byDatabase.subList(0, byDatabase));
    }

    @Override
    public CascadeContract contract() {
        return contract;
    }

    @Override
    public PersistenceSession open() {
        TransactedSession session = new TransactedSession(contract, database, this::ended);
        return (PersistenceSession) Proxy.newProxyInstance(
                PersistenceSession.class.getClassLoader(),
                new Class<?>[] {PersistenceSession.class},
                (proxy, method, arguments) -> call(session, method, arguments));
    }

    private Object call(TransactedSession session, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(session, arguments);
            if (method.getName().equals("find") && result != null) readInverses(session, result);
            if (method.getName().equals("commit")) committed();
            return result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /** Plain objects cannot read a reference from the other side when it is touched. */
    private void readInverses(TransactedSession session, Object found) {
        contract.entity(found.getClass()).relations().stream()
                .filter(relation -> !relation.isCollection() && relation.keySide() == KeySide.TARGET)
                .forEach(relation -> session.session().loadForCaller(found, relation));
    }

    private void committed() {
        sent = database.sent.size();
        byDatabase = database.byDatabase.size();
    }

    private void ended() {
        database.sent.subList(sent, database.sent.size()).clear();
        database.byDatabase.subList(byDatabase, database.byDatabase.size()).clear();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (!type.isInstance(this)) throw new IllegalArgumentException(type.getName());
        return type.cast(this);
    }

    @Override
    public void close() {
        // Rows in memory need no end.
    }
}
