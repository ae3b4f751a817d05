package io.github.cascadecontract.conformance.model;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.mapping.RelationKind;
import jakarta.persistence.CascadeType;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.annotation.AnnotationDescription;

/** The annotations of relations. */
final class Mappings {
    private static final Map<RelationKind, Class<? extends Annotation>> KINDS = Map.of(
            RelationKind.ONE_TO_MANY, OneToMany.class,
            RelationKind.MANY_TO_ONE, ManyToOne.class,
            RelationKind.ONE_TO_ONE, OneToOne.class,
            RelationKind.MANY_TO_MANY, ManyToMany.class);

    private final ModelSettings model;

    Mappings(ModelSettings model) {
        this.model = model;
    }

    List<AnnotationDescription> of(RelationSetting relation) {
        List<AnnotationDescription> annotations = new ArrayList<>();
        annotations.add(kind(relation));
        if (isOwning(relation)) {
            annotations.addAll(
                    relation.kind() == RelationKind.MANY_TO_MANY ? linkTable(relation) : joinColumn(relation));
        }
        if (relation.passiveDeletes() != null) {
            annotations.add(AnnotationDescription.Builder.ofType(PassiveDeletes.class)
                    .define("value", relation.passiveDeletes())
                    .build());
        }
        if (relation.orphans().singleParent()) {
            annotations.add(AnnotationDescription.Builder.ofType(SingleParent.class)
                    .define("orphanRemoval", relation.orphans().removal() && !hasOrphanRemoval(relation))
                    .build());
        }
        return annotations;
    }

    private AnnotationDescription kind(RelationSetting relation) {
        Class<? extends Annotation> type = KINDS.get(relation.kind());
        AnnotationDescription.Builder kind = AnnotationDescription.Builder.ofType(type)
                .define("fetch", FetchType.LAZY)
                .defineEnumerationArray("cascade", CascadeType.class, cascade(relation));
        if (!isOwning(relation)) {
            kind = kind.define("mappedBy", String.valueOf(relation.inverse()));
        }
        return (hasOrphanRemoval(relation)
                        ? kind.define("orphanRemoval", relation.orphans().removal())
                        : kind)
                .build();
    }

    private static CascadeType[] cascade(RelationSetting relation) {
        return relation.cascade().stream().sorted().toArray(CascadeType[]::new);
    }

    /** Many-to-one and many-to-many have no such attribute; {@code @SingleParent} says it there. */
    static boolean hasOrphanRemoval(RelationSetting relation) {
        return relation.kind() == RelationKind.ONE_TO_MANY || relation.kind() == RelationKind.ONE_TO_ONE;
    }

    /** Of a many-to-many pair the half that comes first owns the link table. */
    private boolean isOwning(RelationSetting relation) {
        if (relation.holdsKey()) {
            return true;
        }
        return model.inverseOf(relation)
                .map(inverse -> relation.kind() == RelationKind.MANY_TO_MANY
                        && model.relations().indexOf(relation)
                                < model.relations().indexOf(inverse))
                .orElse(true);
    }

    private List<AnnotationDescription> joinColumn(RelationSetting relation) {
        ForeignKeySetting key = model.key(relation.over()).orElseThrow();
        return List.of(
                AnnotationDescription.Builder.ofType(JoinColumn.class)
                        .define("name", key.column())
                        .define("nullable", key.constraints().nullable())
                        .define("unique", key.constraints().unique())
                        .build(),
                onDelete(key.onDelete()));
    }

    private List<AnnotationDescription> linkTable(RelationSetting relation) {
        String table = BaseTable.ofEntity(relation.entity()).orElseThrow().table();
        List<ForeignKeySetting> keys = model.keysOf(relation.over());
        ForeignKeySetting here =
                keys.stream().filter(key -> key.to().equals(table)).findFirst().orElseThrow();
        ForeignKeySetting there =
                keys.stream().filter(key -> key != here).findFirst().orElseThrow();
        AnnotationDescription link = AnnotationDescription.Builder.ofType(JoinTable.class)
                .define("name", relation.over())
                .defineAnnotationArray("joinColumns", JOIN_COLUMN, column(here))
                .defineAnnotationArray("inverseJoinColumns", JOIN_COLUMN, column(there))
                .build();
        return List.of(link, onDelete(here.onDelete()));
    }

    private static final net.bytebuddy.description.type.TypeDescription JOIN_COLUMN =
            net.bytebuddy.description.type.TypeDescription.ForLoadedType.of(JoinColumn.class);

    private static AnnotationDescription column(ForeignKeySetting key) {
        return AnnotationDescription.Builder.ofType(JoinColumn.class)
                .define("name", key.column())
                .define("nullable", false)
                .build();
    }

    private static AnnotationDescription onDelete(ReferentialAction action) {
        return AnnotationDescription.Builder.ofType(OnDelete.class)
                .define("value", action)
                .build();
    }
}
