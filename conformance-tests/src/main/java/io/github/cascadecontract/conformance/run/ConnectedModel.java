package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.report.Bytecode;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One model connected with one adapter in one mode. Runs scenarios of that model, through any door. */
public final class ConnectedModel implements AutoCloseable {
    private static final String MAPPING = "mapping";

    private final Environment environment;
    private final @Nullable CascadeContract contract;
    private final @Nullable PersistenceSessions sessions;
    private final @Nullable RuntimeException refused;
    private final ReferenceLoading references;

    private ConnectedModel(
            Environment environment,
            ReferenceLoading references,
            @Nullable CascadeContract contract,
            @Nullable PersistenceSessions sessions,
            @Nullable RuntimeException refused) {
        this.environment = environment;
        this.references = references;
        this.contract = contract;
        this.sessions = sessions;
        this.refused = refused;
    }

    /**
     * Connects; a refusal is kept, since it is what scenarios of the model come out with.
     *
     * @param environment the model
     * @param adapter what to connect it with
     * @param mode who decides
     * @param references what the adapter's probe has shown
     */
    public static ConnectedModel open(
            Environment environment, PersistenceAdapter adapter, Mode mode, ReferenceLoading references) {
        return inModelsLoader(environment, () -> {
            CascadeContract contract = null;
            try {
                contract = environment.model().contract();
                PersistenceSessions sessions =
                        adapter.connect(contract, environment.recorder().dataSource(), mode);
                return new ConnectedModel(environment, references, contract, sessions, null);
            } catch (RuntimeException refused) {
                return new ConnectedModel(environment, references, contract, null, refused);
            }
        });
    }

    /** Runs one scenario as it is written. */
    public Attempt run(Scenario scenario, Door door, PairWriting writing) {
        return run(scenario, door, Course.asWritten(scenario, writing));
    }

    /** Runs one scenario. */
    public Attempt run(Scenario scenario, Door door, Course course) {
        Optional<String> limit = DoorLimits.of(scenario, door);
        if (limit.isPresent()) {
            return new Attempt.Unsupported(limit.get());
        }
        if (refused instanceof UnsupportedMappingException unsupported) {
            return new Attempt.Unsupported(String.valueOf(unsupported.getMessage()));
        }
        Attempt attempt = inModelsLoader(environment, () -> attempt(scenario, door, course));
        return attempt instanceof Attempt.Observed observed && !mayLoadByFind()
                ? new Attempt.Observed(observed.observation().withoutExcuse())
                : attempt;
    }

    /** Plain classes give a JPA provider no means to leave an inverse one-to-one out of {@code find}. */
    private boolean mayLoadByFind() {
        return isJpa() && environment.bytecode() == Bytecode.PLAIN;
    }

    /** Finds the entity with id 1 and tells whether a reference of it is loaded. */
    boolean loadsReference(String entity, String attribute, Door door) {
        return inModelsLoader(environment, () -> {
            Supplier<DoorSession> opener =
                    opener(door, Objects.requireNonNull(contract), Objects.requireNonNull(sessions));
            try (DoorSession session = opener.get()) {
                Object found = session.find(environment.model().type(entity), 1);
                return found != null && session.isLoaded(found, attribute);
            }
        });
    }

    /** Returns why the adapter or the contract refused the model, if it was refused. */
    public Optional<RuntimeException> refusal() {
        return Optional.ofNullable(refused);
    }

    /** Returns whether the adapter offers an {@code EntityManagerFactory}. */
    public boolean isJpa() {
        try {
            return sessions != null && sessions.unwrap(EntityManagerFactory.class) != null;
        } catch (IllegalArgumentException notOffered) {
            return false;
        }
    }

    /** Returns what the provider can do to the code of entity classes before they are loaded. */
    List<Bytecode> bytecodes() {
        if (!isJpa() || sessions == null) {
            return List.of(Bytecode.PLAIN);
        }
        Class<?> factory = sessions.unwrap(EntityManagerFactory.class).getClass();
        return Stream.of(Bytecode.values())
                .filter(bytecode ->
                        bytecode == Bytecode.PLAIN || factory.getName().startsWith(maker(bytecode)))
                .toList();
    }

    private static String maker(Bytecode bytecode) {
        return bytecode == Bytecode.WOVEN ? "org.eclipse.persistence." : "org.hibernate.";
    }

    private Attempt attempt(Scenario scenario, Door door, Course course) {
        if (refused != null || contract == null || sessions == null) {
            return new Attempt.Observed(ScenarioRun.refused(environment, ending()));
        }
        environment.prepare(scenario);
        return new ScenarioRun(environment, new Evidence(environment, contract, references), course)
                .run(opener(door, contract, sessions));
    }

    private Observation.Ending ending() {
        String word = refused instanceof InvalidContractException invalid
                ? OutcomeWords.of(invalid)
                : contract == null ? "other:" + refused : OutcomeWords.of(Objects.requireNonNull(refused), contract);
        return new Observation.Ending(word, MAPPING, refused);
    }

    private static Supplier<DoorSession> opener(Door door, CascadeContract contract, PersistenceSessions sessions) {
        return switch (door) {
            case UNIT_OF_WORK -> {
                UnitOfWorkFactory factory = UnitOfWorkFactory.over(sessions);
                yield () -> new UnitOfWorkSession(factory);
            }
            case ENTITY_MANAGER -> {
                EntityManagerFactory factory = sessions.unwrap(EntityManagerFactory.class);
                yield () -> new EntityManagerSession(factory);
            }
            case MAPPER -> () -> new MapperSession(contract, sessions.open());
        };
    }

    /** Providers look for the generated classes by name. */
    private static <T> T inModelsLoader(Environment environment, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(environment.model().classLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        if (sessions != null) {
            inModelsLoader(environment, () -> {
                sessions.close();
                return this;
            });
        }
        environment.giveBackConnections();
    }
}
