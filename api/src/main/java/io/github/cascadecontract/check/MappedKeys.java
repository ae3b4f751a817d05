package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All keys of a contract, each once, in the order of the entities that declare them. */
final class MappedKeys {
    private MappedKeys() {}

    static List<MappedKey> of(CascadeContract contract) {
        Set<MappedKey> keys = new LinkedHashSet<>();
        contract.entities().forEach(entity -> {
            if (isJoined(entity)) keys.add(new SubtypeKey(entity));
            own(entity).forEach(relation -> keys.addAll(of(relation)));
            elements(entity).forEach(elements -> keys.add(new ElementsKey(entity, elements)));
        });
        return List.copyOf(keys);
    }

    private static Stream<Relation> own(EntityModel entity) {
        return entity.relations().stream().filter(relation -> relation.entity() == entity);
    }

    private static List<MappedKey> of(Relation relation) {
        if (relation.keySide() == KeySide.LINK_TABLE) return LinkKey.of(relation.linkTable());
        ForeignKey key = relation.key();
        return List.of(new RelationKey(key));
    }

    private static boolean isJoined(EntityModel entity) {
        EntityModel above = entity.supertype();
        return above != null && !above.mapping().table().equals(entity.mapping().table());
    }

    private static Stream<ElementCollectionMapping> elements(EntityModel entity) {
        EntityModel above = entity.supertype();
        return entity.mapping().elementCollections().stream()
                .filter(elements -> above == null
                        || above.mapping().elementCollections().stream()
                                .noneMatch(inherited -> inherited
                                        .attribute()
                                        .name()
                                        .equals(elements.attribute().name())));
    }
}
