package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entity of one unit of work: its row as it was last read or written, and the state of its relations. */
final class ManagedEntity {
    private final PersistenceContext context;
    private final EntityTable table;
    private final Object entity;
    private Phase phase;
    private @Nullable Object id;
    private @Nullable Object[] row = {};
    private List<RelationState> relations = List.of();
    private List<ManagedEntity> siblings = List.of(this);

    ManagedEntity(PersistenceContext context, EntityTable table, Object entity, Phase phase) {
        this.context = context;
        this.table = table;
        this.entity = entity;
        this.phase = phase;
        this.id = table.id().read(entity);
    }

    /** How it stands to its row. */
    enum Phase {
        /** A reference of which only the id is known. */
        HOLLOW,
        /** Not inserted yet. */
        PENDING,
        /** Managed, its row known. */
        MANAGED,
        /** No longer managed. */
        RELEASED
    }

    EntityTable table() {
        return table;
    }

    Object entity() {
        return entity;
    }

    boolean is(Phase asked) {
        return phase == asked;
    }

    void become(Phase next) {
        phase = next;
    }

    /** The id of its row; null while a generated one is not given. */
    @Nullable
    Object id() {
        return id;
    }

    /** The key of its row, which is known. */
    Object key() {
        return Objects.requireNonNull(id, "what has a row has an id");
    }

    /** The id was given by a sequence. */
    void give(Object generatedId) {
        id = generatedId;
        table.id().write(entity, generatedId);
    }

    /** The application may have set or changed the id until the row was written. */
    void readId() {
        id = table.id().read(entity);
    }

    /** What is remembered of the values of {@link EntityTable#columns} that the row has. */
    @Nullable
    Object[] row() {
        return row;
    }

    void inStep(@Nullable Object[] written, List<RelationState> states) {
        row = written;
        relations = states;
    }

    /** The state of a relation, null while the row is not known. */
    @Nullable
    RelationState relation(Relation relation) {
        return relations.isEmpty() ? null : relations.get(table.place(relation));
    }

    List<RelationState> relations() {
        return relations;
    }

    /** Whether the members of a relation could be loaded together with those of its siblings. */
    boolean isUnloaded(Relation relation) {
        return phase == Phase.MANAGED
                && table.has(relation)
                && relation(relation) instanceof SelectedState state
                && !state.isLoaded();
    }

    /** The relations to other rows whose value is in memory. */
    List<Relation> loadedRelations() {
        return table.model().relations().stream()
                .filter(relation -> relation(relation) instanceof SelectedState state && state.isLoaded())
                .toList();
    }

    /** The entities that one SELECT has read, it included. */
    List<ManagedEntity> siblings() {
        return siblings;
    }

    void join(List<ManagedEntity> others) {
        siblings = others;
        others.add(this);
    }

    /** A method was called whose needs are unknown: everything that a field would hold is made ready. */
    void use() {
        fill();
        for (RelationState state : relations) if (state instanceof InverseReferenceState) state.load();
    }

    /** The row is needed. */
    void fill() {
        if (phase == Phase.HOLLOW) context.fill(this);
    }

    /** The value of an inverse one-to-one is needed. */
    void read(Relation relation) {
        fill();
        RelationState state = relation(relation);
        if (state != null) state.load();
    }

    /** An inverse one-to-one is about to be assigned. */
    void assign(Relation relation) {
        fill();
        if (relation(relation) instanceof InverseReferenceState state) state.assign();
    }
}
