package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Findings about different things. */
final class Findings {
    private Findings() {}

    /** About a key of the mapping: as the database has it, or if that was not looked at, as it is mapped. */
    static Finding of(FindingCode code, Subject subject, MappedKey key, String sentence, @Nullable String mend) {
        return subject.place(key)
                .map(place -> place.finding(code, sentence, mend))
                .orElseGet(() -> of(code, key, sentence));
    }

    static Finding of(FindingCode code, MappedKey key, String sentence) {
        return new Finding(
                code, key.entity().name(), key.attribute(), key.table().toString(), null, sentence, null);
    }

    static Finding of(FindingCode code, Relation relation, String sentence) {
        return new Finding(code, relation.entity().name(), relation.name(), null, null, sentence, null);
    }

    static Finding of(FindingCode code, EntityModel entity, String sentence) {
        return new Finding(code, entity.name(), null, entity.mapping().table().toString(), null, sentence, null);
    }

    /** About a foreign key that the mapping may not know. */
    static Finding of(FindingCode code, Subject subject, CatalogKey key, String sentence, @Nullable String mend) {
        MappedKey mapped = subject.mapped(key).orElse(null);
        String entity = mapped == null
                ? subject.entity(key.table().sql()).map(EntityModel::name).orElse(null)
                : mapped.entity().name();
        String attribute = mapped == null ? null : mapped.attribute();
        return new Finding(code, entity, attribute, key.table().readable(), key.name(), sentence, mend);
    }

    /** About a cascade. */
    static Finding of(FindingCode code, Subject subject, Cascade cascade, String sentence, @Nullable String mend) {
        if (cascade.constraint() != null) return of(code, subject, cascade.constraint(), sentence, mend);
        return of(code, Objects.requireNonNull(cascade.mapped()), sentence);
    }
}
