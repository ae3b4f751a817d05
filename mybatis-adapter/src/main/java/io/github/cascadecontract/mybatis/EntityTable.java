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
    private final Column id;
    private final List<Column> columns = new ArrayList<>();
    private final List<HiddenKey> hiddenKeys = new ArrayList<>();
    private final Map<Relation, Integer> places = new IdentityHashMap<>();
    private final int versionPlace;

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
        IdMapping mappedId = idMapping();
        this.id = new Column(sql(mappedId.column(), mappedId.attribute()), mappedId.attribute(), null, true, false);
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

    IdMapping idMapping() {
        return Objects.requireNonNull(model.mapping().id(), "checked when the factory was built");
    }

    Column id() {
        return id;
    }

    /** All columns but the id. */
    List<Column> columns() {
        return columns;
    }

    List<HiddenKey> hiddenKeys() {
        return hiddenKeys;
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

    /** The column of a key in this table. */
    SqlColumn column(ForeignKey key) {
        Relation childSide = key.childSide();
        for (Column column : columns) if (childSide != null && column.reference() == childSide) return column.sql();
        for (HiddenKey hidden : hiddenKeys) if (hidden.key() == key) return hidden.sql();
        throw new IllegalArgumentException(key + " is not in " + table());
    }

    /** Refuses a name that is not one of the entity's attributes. */
    void requireAttribute(String attribute) {
        boolean known = id.attribute().name().equals(attribute)
                || columns.stream().anyMatch(column -> column.attribute().name().equals(attribute))
                || model.relation(attribute).isPresent();
        if (!known) throw new IllegalArgumentException(name() + " has no attribute '" + attribute + "'");
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
        if (relation.keySide() == KeySide.SOURCE)
            columns.add(new Column(keyColumn(relation.key()), relation.attribute(), relation, true, true));
    }

    private void addHiddenKey(ForeignKey key) {
        if (key.child() == model && key.childSide() == null) hiddenKeys.add(new HiddenKey(key, keyColumn(key)));
    }

    private SqlColumn keyColumn(ForeignKey key) {
        IdMapping parent = Objects.requireNonNull(key.parent().mapping().id(), "checked when the factory was built");
        return sql(key.columns().get(0), parent.attribute());
    }

    @Override
    public String toString() {
        return name();
    }
}
