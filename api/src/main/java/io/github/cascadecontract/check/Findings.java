package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;

/** Findings that the mapping alone tells; no SQL mends them. */
final class Findings {
    private Findings() {}

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
}
