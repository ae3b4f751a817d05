package io.github.cascadecontract.contract;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.JoinColumns;
import io.github.cascadecontract.mapping.RelationKind;
import io.github.cascadecontract.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links relations with their targets, keys, link tables and inverses. */
final class Linker {
    private final List<EntityModel> models;
    private final List<Refusal> problems;
    private final Map<Class<?>, EntityModel> byType = new LinkedHashMap<>();
    private final Map<KeyIdentity, ForeignKey> keys = new LinkedHashMap<>();
    private final LinkTables linkTables = new LinkTables();

    Linker(List<EntityModel> models, List<Refusal> problems) {
        this.models = models;
        this.problems = problems;
        models.forEach(model -> byType.put(model.type(), model));
    }

    void link() {
        List<Relation> linkable = relations().filter(this::linkTarget).toList();
        linkable.stream().filter(Relation::isDeclaring).forEach(this::linkOwning);
        linkable.stream().filter(relation -> !relation.isDeclaring()).forEach(this::linkInverse);
    }

    private Stream<Relation> relations() {
        return models.stream().flatMap(model -> model.declaredRelations().stream());
    }

    private boolean linkTarget(Relation relation) {
        EntityModel target = byType.get(relation.mapping().target());
        if (target != null) relation.link(target);
        else
            refuse(
                    relation,
                    "its target %s is not in the contract"
                            .formatted(relation.mapping().target().getName()),
                    "Name the target class where the contract is built.");
        return target != null;
    }

    private void linkOwning(Relation relation) {
        if (relation.kind() != RelationKind.MANY_TO_MANY) attach(relation, key(relation));
        else {
            Relation present = linkTables.link(relation);
            if (present != null) refuseSecond(relation, present, "link table");
        }
    }

    private ForeignKey key(Relation relation) {
        boolean here = relation.keySide() == KeySide.SOURCE;
        EntityModel child = here ? relation.entity() : relation.target();
        EntityModel parent = here ? relation.target() : relation.entity();
        JoinColumns declared = Objects.requireNonNull(relation.mapping().joinColumns());
        KeyIdentity identity = new KeyIdentity(child, declared.columns());
        KeyFacts facts = facts(relation, identity, declared);
        return keys.computeIfAbsent(identity, absent -> {
            ForeignKey key = new ForeignKey(child, parent, facts);
            parent.addReferringKey(key);
            return key;
        });
    }

    /** Two owning relations may declare the same key: what only one of them says holds for both. */
    private KeyFacts facts(Relation relation, KeyIdentity identity, JoinColumns declared) {
        List<Relation> declaring = relations()
                .filter(other -> other.isOwning() && other.mapping().joinColumns() != null)
                .filter(other -> identity.equals(identityOf(other)))
                .toList();
        boolean nullable = declaring.stream()
                .allMatch(other ->
                        Objects.requireNonNull(other.mapping().joinColumns()).nullable());
        boolean unique = declaring.stream()
                .anyMatch(other ->
                        Objects.requireNonNull(other.mapping().joinColumns()).unique());
        ReferentialAction action = declaring.stream()
                .map(other -> other.mapping().onDelete())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(relation.mapping().onDelete());
        return new KeyFacts(
                new JoinColumns(declared.columns(), declared.referencedColumns(), nullable, unique), action);
    }

    private @Nullable KeyIdentity identityOf(Relation relation) {
        EntityModel target = byType.get(relation.mapping().target());
        EntityModel child = relation.keySide() == KeySide.SOURCE ? relation.entity() : target;
        JoinColumns columns = relation.mapping().joinColumns();
        return child == null || columns == null ? null : new KeyIdentity(child, columns.columns());
    }

    private void attach(Relation relation, ForeignKey key) {
        Relation present = relation.keySide() == KeySide.SOURCE ? key.childSide() : key.parentSide();
        if (present != null) {
            refuseSecond(relation, present, "key " + key);
            return;
        }
        relation.link(key);
        key.attach(relation);
        if (key.childSide() != null && key.parentSide() != null) key.childSide().pairWith(key.parentSide());
    }

    private void linkInverse(Relation relation) {
        String mappedBy = relation.mapping().mappedBy();
        Optional<Relation> owner = relation.target().relation(mappedBy).filter(Relation::isOwning);
        if (owner.isEmpty() || !isOppositeOf(relation, owner.get()))
            refuse(
                    relation,
                    "mappedBy names '%s', which is no owning relation of %s to %s"
                            .formatted(mappedBy, relation.target(), relation.entity()),
                    "Let mappedBy name the attribute that holds the key.");
        else if (!owner.get().isLinked()) return;
        else if (owner.get().entity() != relation.target()) refusePart(relation, owner.get());
        else if (relation.kind() == RelationKind.MANY_TO_MANY) {
            relation.link(owner.get().linkTable());
            relation.pairWith(owner.get());
        } else attach(relation, owner.get().key());
    }

    private void refuseSecond(Relation relation, Relation present, String shared) {
        refuse(
                relation,
                "%s is mapped over the same %s on the same side".formatted(present, shared),
                "Keep one of them.");
    }

    private static boolean isOppositeOf(Relation relation, Relation owner) {
        boolean sameTable = relation.kind() == RelationKind.MANY_TO_MANY;
        boolean ownerIsLink = owner.kind() == RelationKind.MANY_TO_MANY;
        return owner.mapping().target() == relation.entity().type() && sameTable == ownerIsLink;
    }

    private void refusePart(Relation relation, Relation owner) {
        refuse(
                relation,
                "%s is declared for every %s, so an attribute for %s alone would not hold all that refer to it"
                        .formatted(owner, owner.entity(), relation.target()),
                "Let it hold %s, or declare %s in %s.".formatted(owner.entity(), owner.name(), relation.target()));
    }

    private void refuse(Relation relation, String fact, String remedy) {
        problems.add(new Refusal(relation.toString(), Rule.DEC_5, fact, remedy));
    }

    /** What a mapping says about a key. */
    record KeyFacts(JoinColumns columns, @Nullable ReferentialAction onDelete) {}

    private record KeyIdentity(EntityModel child, List<String> columns) {}
}
