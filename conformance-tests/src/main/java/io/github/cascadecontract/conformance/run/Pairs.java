package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes relations of Java objects; of a pair the other side as well, where it is loaded and the run asks for it. */
final class Pairs {
    private final GeneratedModel model;
    private final LoadedCheck loaded;
    private final PairWriting writing;

    Pairs(GeneratedModel model, LoadedCheck loaded, PairWriting writing) {
        this.model = model;
        this.loaded = loaded;
        this.writing = writing;
    }

    void append(Object owner, RelationSetting relation, @Nullable Object child) {
        List<@Nullable Object> list = list(owner, relation);
        if (list == null) {
            list = new ArrayList<>();
            list.add(child);
            set(owner, relation, list);
        } else {
            list.add(child);
        }
        if (child != null) {
            otherSide(relation).ifPresent(inverse -> gained(owner, inverse, child));
        }
    }

    void remove(Object owner, RelationSetting relation, Object child) {
        takeOut(list(owner, relation), child, relation.target());
        otherSide(relation).ifPresent(inverse -> lost(owner, inverse, child));
    }

    void assign(Object owner, RelationSetting relation, List<Object> children) {
        List<@Nullable Object> before = loaded.isLoaded(owner, relation.attribute()) ? list(owner, relation) : null;
        List<@Nullable Object> gone = before == null ? new ArrayList<>() : new ArrayList<>(before);
        children.forEach(child -> takeOut(gone, child, relation.target()));
        set(owner, relation, new ArrayList<>(children));
        otherSide(relation).ifPresent(inverse -> {
            gone.stream().filter(Objects::nonNull).forEach(child -> lost(owner, inverse, child));
            children.forEach(child -> gained(owner, inverse, child));
        });
    }

    /** The other side of a child that a collection gained. */
    private void gained(Object owner, RelationSetting inverse, Object child) {
        if (!inverse.isCollection()) {
            moveReference(child, inverse, owner);
        } else if (loaded.isLoaded(child, inverse.attribute())) {
            addIfMissing(list(child, inverse), owner, inverse.target());
        }
    }

    /** The other side of a child that a collection lost: a reference is cleared only while it names that parent. */
    private void lost(Object owner, RelationSetting inverse, Object child) {
        if (!inverse.isCollection()) {
            if (isSame(get(child, inverse), owner, inverse.target())) {
                set(child, inverse, null);
            }
        } else if (loaded.isLoaded(child, inverse.attribute())) {
            takeOut(list(child, inverse), owner, inverse.target());
        }
    }

    void reference(Object owner, RelationSetting relation, @Nullable Object target) {
        Optional<RelationSetting> inverse = otherSide(relation);
        if (inverse.isEmpty()) {
            set(owner, relation, target);
        } else if (relation.holdsKey()) {
            moveReference(owner, relation, target);
            if (target != null) {
                enter(target, inverse.get(), owner);
            }
        } else {
            replace(owner, relation, target, inverse.get());
        }
    }

    /** Sets a reference that holds the key, and takes the child out of the old parent's loaded side. */
    private void moveReference(Object child, RelationSetting reference, @Nullable Object parent) {
        Object before = get(child, reference);
        set(child, reference, parent);
        if (before != null && !isSame(before, parent, reference.target())) {
            inverse(reference).ifPresent(inverse -> leave(before, inverse, child));
        }
    }

    private void leave(Object parent, RelationSetting side, Object child) {
        if (!loaded.isLoaded(parent, side.attribute())) {
            return;
        }
        if (side.isCollection()) {
            takeOut(list(parent, side), child, side.target());
        } else if (isSame(get(parent, side), child, side.target())) {
            set(parent, side, null);
        }
    }

    /** A new entity is never put into a collection by its reference: only what the caller did himself may persist it. */
    private void enter(Object parent, RelationSetting side, Object child) {
        if (!loaded.isLoaded(parent, side.attribute())) {
            return;
        }
        if (!side.isCollection()) {
            releaseOld(parent, side, child);
            set(parent, side, child);
        } else if (!loaded.isNew(child)) {
            addIfMissing(list(parent, side), child, side.target());
        }
    }

    private void releaseOld(Object parent, RelationSetting side, @Nullable Object next) {
        Object old = get(parent, side);
        if (old != null && !isSame(old, next, side.target())) {
            inverse(side).ifPresent(reference -> lost(parent, reference, old));
        }
    }

    /** Sets the inverse side of a one-to-one. */
    private void replace(Object owner, RelationSetting relation, @Nullable Object target, RelationSetting reference) {
        if (loaded.isLoaded(owner, relation.attribute())) {
            releaseOld(owner, relation, target);
        }
        set(owner, relation, target);
        if (target != null) {
            moveReference(target, reference, owner);
        }
    }

    private Optional<RelationSetting> otherSide(RelationSetting relation) {
        return writing == PairWriting.BOTH_SIDES ? inverse(relation) : Optional.empty();
    }

    private Optional<RelationSetting> inverse(RelationSetting relation) {
        return model.settings().inverseOf(relation);
    }

    private @Nullable Object get(Object entity, RelationSetting relation) {
        return model.type(relation.entity()).get(entity, relation.attribute());
    }

    private void set(Object entity, RelationSetting relation, @Nullable Object value) {
        model.type(relation.entity()).set(entity, relation.attribute(), value);
    }

    @SuppressWarnings("unchecked") // the generated attribute is a List
    private @Nullable List<@Nullable Object> list(Object entity, RelationSetting relation) {
        return (List<@Nullable Object>) get(entity, relation);
    }

    private void addIfMissing(@Nullable List<@Nullable Object> list, Object element, String entity) {
        if (list != null && list.stream().noneMatch(held -> isSame(held, element, entity))) {
            list.add(element);
        }
    }

    private void takeOut(@Nullable List<@Nullable Object> list, Object element, String entity) {
        if (list == null) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (isSame(list.get(i), element, entity)) {
                list.remove(i);
                return;
            }
        }
    }

    /** A provider may stand a proxy for an entity: two objects are the same entity if their ids are equal. */
    private boolean isSame(@Nullable Object one, @Nullable Object other, String entity) {
        if (one == other) {
            return one != null;
        }
        if (one == null || other == null) {
            return false;
        }
        EntityType type = model.type(entity);
        Object id = type.id(one);
        return id != null && id.equals(type.id(other));
    }
}
