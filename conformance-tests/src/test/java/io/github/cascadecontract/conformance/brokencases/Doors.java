package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.FailureTranslator;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** The ways into each provider. */
final class Doors {
    private Doors() {}

    /** The provider's own entity manager: in native mode with the mapping alone, else under the contract. */
    static Door<EntityManager> entityManager(
            PersistenceAdapter adapter, CascadeContract contract, DataSource dataSource, Mode mode) {
        PersistenceSessions sessions = adapter.connect(contract, dataSource, mode);
        EntityManagerFactory factory = sessions.unwrap(EntityManagerFactory.class);
        return new Door<>() {
            @Override
            public void inTransaction(Consumer<EntityManager> work) {
                try {
                    factory.runInTransaction(work::accept);
                } catch (RuntimeException failure) {
                    throw mode == Mode.CONTRACT ? new FailureTranslator(contract).translate(failure) : failure;
                }
            }

            @Override
            public void close() {
                sessions.close();
            }
        };
    }

    /** A mapper as applications write it. */
    static Door<BlogMapper> plainMapper(DataSource dataSource) {
        Configuration configuration =
                new Configuration(new Environment("blog", new JdbcTransactionFactory(), dataSource));
        configuration.addMapper(BlogMapper.class);
        SqlSessionFactory factory = new SqlSessionFactoryBuilder().build(configuration);
        return new Door<>() {
            @Override
            public void inTransaction(Consumer<BlogMapper> work) {
                try (SqlSession session = factory.openSession()) {
                    work.accept(session.getMapper(BlogMapper.class));
                    session.commit();
                }
            }

            @Override
            public void close() {
                // The factory holds nothing open.
            }
        };
    }

    static Door<UnitOfWork> contract(PersistenceAdapter adapter, CascadeContract contract, DataSource dataSource) {
        UnitOfWorkFactory factory = UnitOfWorkFactory.open(adapter.name(), contract, dataSource);
        return new Door<>() {
            @Override
            public void inTransaction(Consumer<UnitOfWork> work) {
                factory.inTransaction(work);
            }

            @Override
            public void close() {
                factory.close();
            }
        };
    }
}
