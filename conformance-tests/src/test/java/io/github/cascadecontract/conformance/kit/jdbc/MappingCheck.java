package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.mapping.CollectionMapping;
import io.github.cascadecontract.mapping.EntityMapping;
import io.github.cascadecontract.mapping.IdGeneration;
import io.github.cascadecontract.mapping.IdMapping;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What this adapter does not take is said when it is connected, all of it at once. */
final class MappingCheck {
    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Short.class,
            Boolean.class,
            Double.class,
            BigDecimal.class,
            UUID.class);

    private static final List<Class<? extends Annotation>> CALLBACKS = List.of(
            PrePersist.class,
            PostPersist.class,
            PreRemove.class,
            PostRemove.class,
            PreUpdate.class,
            PostUpdate.class,
            PostLoad.class);

    private final List<String> problems = new ArrayList<>();

    private MappingCheck() {}

    static void check(CascadeContract contract) {
        MappingCheck check = new MappingCheck();
        contract.entities().forEach(check::entity);
        if (!check.problems.isEmpty()) {
            throw new UnsupportedMappingException("jdbc", check.problems);
        }
    }

    private void entity(EntityModel entity) {
        EntityMapping mapping = entity.mapping();
        mapping.otherFeatures().forEach(feature -> problems.add(entity + ": " + feature));
        refuse(!Modifier.isPublic(entity.type().getModifiers()), entity, "a class that is not public");
        refuse(mapping.version() != null, entity, "@Version");
        refuse(mapping.inheritance() != null, entity, "inheritance");
        refuse(CALLBACKS.stream().anyMatch(mapping.callbacks()::has), entity, "lifecycle callbacks");
        refuse(!isSimple(mapping.id()), entity, "an id that is neither assigned nor of an identity column");
        mapping.elementCollections()
                .forEach(
                        values -> problems.add(entity + "." + values.attribute().name() + ": @ElementCollection"));
        mapping.basics().stream()
                .filter(basic -> !VALUES.contains(Reader.boxed(basic.attribute().type())))
                .forEach(basic -> problems.add(entity + "." + basic.attribute().name() + ": its type"));
        entity.relations().forEach(this::relation);
    }

    private static boolean isSimple(IdMapping id) {
        return id != null
                && (id.generation() == IdGeneration.ASSIGNED || id.generation() == IdGeneration.IDENTITY)
                && VALUES.contains(Reader.boxed(id.attribute().type()));
    }

    private void relation(Relation relation) {
        CollectionMapping collection = relation.mapping().collection();
        boolean isOtherList = collection != null
                && (collection.type() != List.class
                        || collection.orderBy() != null
                        || collection.orderColumn() != null);
        refuse(isOtherList, relation, "another collection than a List in the order of the ids");
        refuse(relation.mapping().isPartOfId(), relation, "a key that is part of an id");
    }

    private void refuse(boolean isUsed, Object where, String feature) {
        if (isUsed) {
            problems.add(where + ": " + feature);
        }
    }
}
