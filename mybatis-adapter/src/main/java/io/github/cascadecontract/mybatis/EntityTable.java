package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.IdMapping;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entity as the adapter reads and writes it: its table, columns, and the place of each relation. */
final class EntityTable {
    private final EntityModel model;
    private final ColumnTypes types;
    private final IdColumns id;
    private final List<Column> columns = new ArrayList<>();
    private final List<OwnKey> ownKeys = new ArrayList<>();
    private final List<HiddenKey> hiddenKeys = new ArrayList<>();
    private final Map<Relation, Integer> places = new IdentityHashMap<>();
    private final @Nullable Discriminator discriminator;
    private final int versionPlace;
    private @Nullable SelectedColumns selection;

    /**
     * Reads a model that {@link MappingCheck} has accepted.
     *
     * @param model the entity
     * @param keys all keys of the contract
     * @param types finds column types
     */
    EntityTable(EntityModel model, List<ForeignKey> keys, ColumnTypes types) {
        this.model = model;
        this.types = types;
        this.id = idOf(model);
        this.discriminator = Discriminator.of(model);
        model.mapping().basics().forEach(this::addBasic);
        BasicMapping version = model.mapping().version();
        this.versionPlace = version == null ? -1 : columns.size();
        if (version != null) addVersion(version);
        model.relations().forEach(this::addRelation);
        keys.forEach(this::addHiddenKey);
    }

    EntityModel model() {
        return model;
    }

    String name() {
        return model.name();
    }

    /** The table's name as SQL has it. */
    String table() {
        return model.mapping().table().toString();
    }

    /** Who gives the id, or the first part of it. */
    IdMapping idMapping() {
        return model.mapping().ids().get(0);
    }

    /** What tells the class of a row, null where the table has one class. */
    @Nullable
    Discriminator discriminator() {
        return discriminator;
    }

    /** What a SELECT of such entities reads. */
    SelectedColumns selection() {
        return Objects.requireNonNull(selection, "linked when all tables were made");
    }

    /** All tables are made: this one and those of the classes that extend it. */
    void link(List<EntityTable> classes) {
        selection = new SelectedColumns(this, classes);
    }

    /** Whether entities of the other table are entities of this one. */
    boolean covers(EntityTable other) {
        return model.covers(other.model);
    }

    IdColumns id() {
        return id;
    }

    /** All columns but the id. */
    List<Column> columns() {
        return columns;
    }

    List<OwnKey> ownKeys() {
        return ownKeys;
    }

    List<HiddenKey> hiddenKeys() {
        return hiddenKeys;
    }

    /** What is remembered of the values of a row. */
    @Nullable
    Object[] remember(@Nullable Object[] values) {
        @Nullable Object[] remembered = new Object[values.length];
        for (int i = 0; i < values.length; i++)
            remembered[i] = columns.get(i).sql().type().memoryOf(values[i]);
        return remembered;
    }

    /** Where in {@link #columns} the version is, -1 if there is none. */
    int versionPlace() {
        return versionPlace;
    }

    @Nullable
    Column version() {
        return versionPlace < 0 ? null : columns.get(versionPlace);
    }

    /** Where in {@link EntityModel#relations} the relation is. */
    int place(Relation relation) {
        return Objects.requireNonNull(places.get(relation), "not a relation of this entity");
    }

    /** Whether the entity has the relation; of entities that extend each other one may have more than the other. */
    boolean has(Relation relation) {
        return places.containsKey(relation);
    }

    /** The columns of a key in this table. */
    List<SqlColumn> columnsOf(ForeignKey key) {
        Relation childSide = key.childSide();
        if (childSide != null)
            return columns.stream()
                    .filter(column -> column.isOf(childSide))
                    .map(Column::sql)
                    .toList();
        for (HiddenKey hidden : hiddenKeys) if (hidden.key() == key) return hidden.sql();
        throw new IllegalArgumentException(key + " is not in " + table());
    }

    /** Refuses a name that is not one of the entity's attributes. */
    void requireAttribute(String attribute) {
        boolean known = isId(attribute)
                || columns.stream().anyMatch(column -> isIn(attribute, column.attribute()))
                || model.relation(attribute).isPresent();
        if (!known) throw new IllegalArgumentException(name() + " has no attribute '" + attribute + "'");
    }

    /** Whether an attribute is the id or a part of it. */
    boolean isId(String attribute) {
        return id.columns().stream().anyMatch(column -> isIn(attribute, column.attribute()));
    }

    private static boolean isIn(String name, Attribute attribute) {
        return attribute.name().equals(name) || attribute.name().startsWith(name + ".");
    }

    private IdColumns idOf(EntityModel entity) {
        List<Column> parts = new ArrayList<>();
        for (IdMapping part : entity.mapping().ids())
            parts.add(new Column(sql(part.column(), part.attribute()), part.attribute(), null, true, false));
        return new IdColumns(entity.mapping().identity(), parts);
    }

    private SqlColumn sql(String name, Attribute attribute) {
        return new SqlColumn(name, Objects.requireNonNull(types.of(attribute), "checked when the factory was built"));
    }

    private void addBasic(BasicMapping basic) {
        columns.add(new Column(
                sql(basic.column(), basic.attribute()),
                basic.attribute(),
                null,
                basic.insertable(),
                basic.updatable()));
    }

    private void addVersion(BasicMapping version) {
        columns.add(new Column(sql(version.column(), version.attribute()), version.attribute(), null, true, false));
    }

    private void addRelation(Relation relation) {
        places.put(relation, places.size());
        if (relation.keySide() != KeySide.SOURCE) return;
        List<SqlColumn> key = keyColumns(relation.key());
        // A key that is a part of the id is written as such.
        boolean isWritten = !relation.mapping().isPartOfId();
        IdColumns target = idOf(relation.target());
        ownKeys.add(new OwnKey(relation, target, columns.size()));
        for (int i = 0; i < key.size(); i++) {
            Column.Reference reference =
                    new Column.Reference(relation, target.columns().get(i).attribute());
            columns.add(new Column(key.get(i), relation.attribute(), reference, isWritten, isWritten));
        }
    }

    private void addHiddenKey(ForeignKey key) {
        if (key.child().covers(model) && key.childSide() == null) hiddenKeys.add(new HiddenKey(key, keyColumns(key)));
    }

    private List<SqlColumn> keyColumns(ForeignKey key) {
        return typed(key.columns(), idOf(key.parent()));
    }

    /** Columns that refer to the columns of an id. */
    static List<SqlColumn> typed(List<String> names, IdColumns id) {
        List<SqlColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++)
            columns.add(new SqlColumn(names.get(i), id.sql().get(i).type()));
        return columns;
    }

    @Override
    public String toString() {
        return name();
    }
}
