package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.conformance.recording.RowAudit;
import io.github.cascadecontract.conformance.report.Bytecode;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.mapping.RelationKind;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.List;
import java.util.Set;

/**
 * What an adapter shows of itself before the first scenario.
 *
 * @param doors the doors it has: a JPA adapter two under the contract, natively only the provider's own
 * @param references when it loads references
 * @param bytecodes how its provider takes entity classes: as they are, and changed by itself
 */
public record AdapterProbe(List<Door> doors, ReferenceLoading references, List<Bytecode> bytecodes) {
    private static final String SEED =
            "INSERT INTO posts (id) VALUES (1); INSERT INTO comments (id, post_id) VALUES (1, 1)";

    /**
     * Connects the adapter with a comment and its post, and finds the comment.
     *
     * @throws RuntimeException whatever the adapter raises if it cannot be connected at all
     */
    static AdapterProbe of(PersistenceAdapter adapter, Mode mode, TestDatabase database, RowAudit audit) {
        try (Environment environment = Environment.create(database, audit, model());
                ConnectedModel connected = ConnectedModel.open(environment, adapter, mode, ReferenceLoading.LAZY)) {
            connected.refusal().ifPresent(refusal -> {
                throw refusal;
            });
            environment.schema().execute(SEED);
            List<Door> doors = doors(mode, connected);
            boolean loaded = connected.isJpa() && connected.loadsReference("Comment", "post", doors.get(0));
            ReferenceLoading references = loaded ? ReferenceLoading.WITH_OWNER : ReferenceLoading.LAZY;
            return new AdapterProbe(doors, references, connected.bytecodes());
        }
    }

    private static List<Door> doors(Mode mode, ConnectedModel connected) {
        if (mode == Mode.NATIVE) {
            return List.of(connected.isJpa() ? Door.ENTITY_MANAGER : Door.MAPPER);
        }
        return connected.isJpa() ? List.of(Door.UNIT_OF_WORK, Door.ENTITY_MANAGER) : List.of(Door.UNIT_OF_WORK);
    }

    private static ModelSettings model() {
        ForeignKeySetting key = new ForeignKeySetting(
                BaseTable.COMMENTS.table(),
                "post_id",
                BaseTable.POSTS.table(),
                new ForeignKeySetting.Constraints(true, false, false, false, null),
                ReferentialAction.NO_ACTION,
                null);
        RelationSetting reference = new RelationSetting(
                BaseTable.COMMENTS.entity(),
                "post",
                RelationKind.MANY_TO_ONE,
                BaseTable.POSTS.entity(),
                key.name(),
                true,
                null,
                Set.of(),
                RelationSetting.Orphans.NONE,
                null);
        return new ModelSettings(List.of(key.table(), key.to()), List.of(key), List.of(reference), Set.of());
    }
}
