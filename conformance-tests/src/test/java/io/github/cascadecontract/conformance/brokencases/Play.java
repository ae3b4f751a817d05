package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plays cases: the broken form with each provider by itself and under the contract, the mended one on each adapter. */
final class Play {
    private final Stage stage;
    private final Preview preview;

    Play(TestDatabase database) {
        this.stage = new Stage(database);
        this.preview = new Preview(database);
    }

    CaseRun run(BrokenCase played) {
        Map<Provider, Seen> natively = entityManagers(played.broken(), Mode.NATIVE);
        played.plainMapper().ifPresent(form -> natively.put(Provider.MYBATIS, stage.play(form, Doors::plainMapper)));
        return new CaseRun(
                played,
                natively,
                preview.of(played),
                entityManagers(played.broken(), Mode.CONTRACT),
                underContract(played.mended()));
    }

    private Map<Provider, Seen> entityManagers(Form<EntityManager> form, Mode mode) {
        CascadeContract contract = CascadeContract.of(form.entityClasses());
        Map<Provider, Seen> seen = new EnumMap<>(Provider.class);
        for (Provider provider : List.of(Provider.HIBERNATE, Provider.ECLIPSELINK)) {
            seen.put(
                    provider,
                    stage.play(
                            form, dataSource -> Doors.entityManager(provider.adapter(), contract, dataSource, mode)));
        }
        return seen;
    }

    private Map<Provider, Seen> underContract(Form<UnitOfWork> form) {
        CascadeContract contract = CascadeContract.of(form.entityClasses());
        Map<Provider, Seen> seen = new EnumMap<>(Provider.class);
        for (Provider provider : Provider.values()) {
            seen.put(
                    provider, stage.play(form, dataSource -> Doors.contract(provider.adapter(), contract, dataSource)));
        }
        return seen;
    }
}
