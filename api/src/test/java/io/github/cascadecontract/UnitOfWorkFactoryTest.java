package io.github.cascadecontract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.AdapterLookupException;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.memory.MemoryAdapter;
import io.github.cascadecontract.memory.MemorySessions;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Looking up adapters, and running work in a transaction of its own. */
class UnitOfWorkFactoryTest {
    private final CascadeContract contract = CascadeContract.of(Note.class);
    private final DataSource dataSource = new PGSimpleDataSource();
    private final MemorySessions sessions = new MemorySessions(contract);

    @TempDir
    Path folder;

    @Test
    void opens_the_only_adapter_on_the_class_path_or_the_named_one() throws IOException {
        withAdapters(
                () -> assertThat(UnitOfWorkFactory.open(contract, dataSource).contract())
                        .isSameAs(contract),
                MemoryAdapter.class);
        withAdapters(
                () -> assertThat(UnitOfWorkFactory.open("memory", contract, dataSource)
                                .contract())
                        .isSameAs(contract),
                MemoryAdapter.class,
                OtherAdapter.class);
    }

    @Test
    void no_adapter_is_an_error_that_names_the_dependencies() throws IOException {
        withAdapters(() -> assertThatThrownBy(() -> UnitOfWorkFactory.open(contract, dataSource))
                .isInstanceOf(AdapterLookupException.class)
                .hasMessageContaining("No persistence adapter is on the class path")
                .hasMessageContaining("io.github.cascadecontract:cascade-jpa-hibernate"));
        withAdapters(() -> assertThatThrownBy(() -> UnitOfWorkFactory.open("memory", contract, dataSource))
                .isInstanceOf(AdapterLookupException.class)
                .hasMessageContaining("found: none"));
    }

    @Test
    void two_adapters_without_a_name_are_an_error_that_lists_them() throws IOException {
        withAdapters(
                () -> assertThatThrownBy(() -> UnitOfWorkFactory.open(contract, dataSource))
                        .isInstanceOf(AdapterLookupException.class)
                        .hasMessageContaining("memory, other"),
                OtherAdapter.class,
                MemoryAdapter.class);
    }

    @Test
    void an_unknown_name_is_an_error_that_lists_those_found() throws IOException {
        withAdapters(
                () -> assertThatThrownBy(() -> UnitOfWorkFactory.open("hibernat", contract, dataSource))
                        .isInstanceOf(AdapterLookupException.class)
                        .hasMessageContaining("'hibernat'")
                        .hasMessageContaining("found: memory"),
                MemoryAdapter.class);
    }

    @Test
    void a_transaction_of_its_own_commits_and_gives_the_result() {
        UnitOfWorkFactory factory = UnitOfWorkFactory.over(sessions);

        factory.inTransaction(work -> work.persist(new Note(1)));
        Note found = factory.callInTransaction(work -> work.find(Note.class, 1));

        assertThat(found.id).isEqualTo(1);
        assertThat(sessions.openSessions()).isZero();
    }

    @Test
    void a_transaction_of_its_own_rolls_back_when_the_work_fails() {
        UnitOfWorkFactory factory = UnitOfWorkFactory.over(sessions);
        AtomicReference<UnitOfWork> escaped = new AtomicReference<>();

        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    escaped.set(work);
                    work.persist(new Note(1));
                    work.flush();
                    throw new IllegalStateException("the application's own");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the application's own");

        assertThat(sessions.rows()).isEmpty();
        assertThat(sessions.openSessions()).isZero();
        assertThatThrownBy(() -> escaped.get().flush()).isInstanceOf(UnitOfWorkStateException.class);
    }

    @Test
    void a_commit_that_fails_is_translated_and_leaves_nothing_open() {
        SQLException refused = new SQLException("connection refused", "08001");
        UnitOfWorkFactory factory =
                UnitOfWorkFactory.over(new FailingSessions(sessions, new PersistenceException(refused)));

        assertThatThrownBy(() -> factory.inTransaction(work -> work.persist(new Note(1))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("08001")
                .hasRootCause(refused);
        assertThat(sessions.openSessions()).isZero();
    }

    @Test
    void a_stale_row_is_told_with_the_name_of_its_entity() {
        OptimisticLockException stale = new OptimisticLockException("stale", null, new Note(1));
        UnitOfWorkFactory factory = UnitOfWorkFactory.over(new FailingSessions(sessions, stale));

        assertThatThrownBy(() -> factory.inTransaction(work -> work.persist(new Note(1))))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageStartingWith("Note: ");
    }

    @Test
    void closes_the_sessions_and_offers_the_providers_own_factory() {
        UnitOfWorkFactory factory = UnitOfWorkFactory.over(sessions);

        assertThat(factory.unwrap(MemorySessions.class)).isSameAs(sessions);
        assertThatThrownBy(() -> factory.unwrap(String.class)).isInstanceOf(IllegalArgumentException.class);
        factory.close();
        assertThat(sessions.isClosed()).isTrue();
    }

    private void withAdapters(Runnable test, Class<?>... adapters) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        StringBuilder names = new StringBuilder();
        for (Class<?> adapter : adapters) names.append(adapter.getName()).append('\n');
        Files.writeString(services.resolve(PersistenceAdapter.class.getName()), names);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] place = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, before)) {
            thread.setContextClassLoader(loader);
            test.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A second adapter, to be found beside the first. */
    public static final class OtherAdapter implements PersistenceAdapter {
        @Override
        public String name() {
            return "other";
        }

        @Override
        public String provider() {
            return "Other";
        }

        @Override
        public String providerVersion() {
            return "1";
        }

        @Override
        public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
            throw new UnsupportedOperationException("is only looked up");
        }
    }
}
