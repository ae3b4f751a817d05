package io.github.cascadecontract.conformance.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.eclipselink.EclipseLinkCascade;
import io.github.cascadecontract.hibernate.HibernateCascade;
import io.github.cascadecontract.quickstart.Post;
import io.github.cascadecontract.quickstart.User;
import io.github.cascadecontract.report.ClientRows;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.engine.jdbc.batch.internal.BatchBuilderImpl;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Factories that an application has made count as well; what is not counted is not reported. */
class OwnFactoriesTest {
    private static TestDatabase database;
    private final CascadeContract contract = CascadeContract.of(User.class, Post.class);
    private Schema schema;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.open();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void createTables() {
        schema = database.createSchema("own");
        schema.execute("create table users (id bigint primary key, name text);"
                + "create table posts (id bigint primary key, title text, user_id bigint references users);");
    }

    @AfterEach
    void dropTables() {
        schema.close();
    }

    @Test
    void an_own_hibernate_factory_reports() {
        try (EntityManagerFactory factory = hibernate(HibernateCascade.settings(contract))) {
            assertReports(HibernateCascade.factory(contract, factory));
        }
    }

    @Test
    void an_own_eclipselink_factory_reports() {
        PersistenceConfiguration unit = unit().properties(EclipseLinkCascade.settings(contract));
        try (EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory(unit)) {
            assertReports(EclipseLinkCascade.factory(contract, factory));
        }
    }

    @Test
    void a_hibernate_factory_with_batches_of_its_own_reports_as_well() {
        Map<String, Object> settings = new HashMap<>(HibernateCascade.settings(contract));
        settings.put(BatchSettings.BUILDER, new BatchBuilderImpl(50));
        try (EntityManagerFactory factory = hibernate(settings)) {
            assertReports(HibernateCascade.factory(contract, factory));
        }
    }

    @Test
    void without_the_contract_nothing_is_reported() {
        for (PersistenceAdapter adapter : ServiceLoader.load(PersistenceAdapter.class)) {
            try (UnitOfWorkFactory factory =
                    UnitOfWorkFactory.over(adapter.connect(contract, schema.dataSource(), Mode.NATIVE))) {
                assertReportsNothing(factory);
            }
        }
    }

    private EntityManagerFactory hibernate(Map<String, Object> settings) {
        return new HibernatePersistenceProvider().createEntityManagerFactory(unit().properties(settings));
    }

    private PersistenceConfiguration unit() {
        return new PersistenceConfiguration("own")
                .managedClass(User.class)
                .managedClass(Post.class)
                .property("jakarta.persistence.nonJtaDataSource", schema.dataSource());
    }

    private static void assertReports(UnitOfWorkFactory units) {
        try (UnitOfWork work = units.begin()) {
            work.persist(new User(1L, "Ada"));
            work.persist(new User(2L, "Grace"));
            work.commit();
            assertThat(work.lastFlush().client()).containsExactly(new ClientRows("users", "User", 2, 0, 0));
        }
    }

    private static void assertReportsNothing(UnitOfWorkFactory units) {
        try (UnitOfWork work = units.begin()) {
            work.flush();
            assertThatThrownBy(work::lastFlush).isInstanceOf(UnsupportedOperationException.class);
            work.commit();
        }
    }
}
