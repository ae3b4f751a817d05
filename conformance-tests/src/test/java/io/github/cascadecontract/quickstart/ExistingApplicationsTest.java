package io.github.cascadecontract.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.eclipselink.EclipseLinkCascade;
import io.github.cascadecontract.hibernate.HibernateCascade;
import io.github.cascadecontract.mybatis.MyBatisCascade;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guide's page on applications that keep their EntityManagerFactory or SqlSessionFactory. */
class ExistingApplicationsTest {
    private static TestDatabase database;
    private final CascadeContract contract = CascadeContract.of(User.class, Post.class);
    private Schema schema;
    private DataSource dataSource;

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
        schema = database.createSchema("existing");
        schema.execute("""
                create table users (id bigint primary key, name text);
                create table posts (id bigint primary key, title text,
                    user_id bigint not null references users on delete cascade);
                create table notes (text text);
                insert into users values (1, 'Ada'), (2, 'Grace');
                insert into posts values (1, 'one', 1), (2, 'two', 1), (3, 'three', 2);
                """);
        dataSource = schema.dataSource();
    }

    @AfterEach
    void dropTables() {
        schema.close();
    }

    @Test
    void a_hibernate_application_keeps_its_entity_managers() throws SQLException {
        PersistenceConfiguration unit = new PersistenceConfiguration("blog")
                .managedClass(User.class)
                .managedClass(Post.class)
                .property("jakarta.persistence.nonJtaDataSource", dataSource)
                .properties(HibernateCascade.settings(contract));
        EntityManagerFactory factory = new HibernatePersistenceProvider().createEntityManagerFactory(unit);
        factory.runInTransaction(entityManager -> entityManager.remove(entityManager.find(User.class, 1L)));
        assertThat(count("posts")).isEqualTo(1);

        UnitOfWorkFactory units = HibernateCascade.factory(contract, factory);
        units.inTransaction(work -> work.find(User.class, 2L).getPosts().clear());
        assertThat(count("posts")).isZero();
        factory.close();
    }

    @Test
    void an_eclipselink_application_keeps_its_entity_managers() throws SQLException {
        PersistenceConfiguration unit = new PersistenceConfiguration("blog")
                .managedClass(User.class)
                .managedClass(Post.class)
                .property("jakarta.persistence.nonJtaDataSource", dataSource)
                .properties(EclipseLinkCascade.settings(contract));
        EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory(unit);
        factory.runInTransaction(entityManager -> entityManager.remove(entityManager.find(User.class, 1L)));
        assertThat(count("posts")).isEqualTo(1);

        UnitOfWorkFactory units = EclipseLinkCascade.factory(contract, factory);
        units.inTransaction(work -> work.find(User.class, 2L).getPosts().clear());
        assertThat(count("posts")).isZero();
        factory.close();
    }

    @Test
    void a_mybatis_application_keeps_its_mappers() throws SQLException {
        Configuration configuration =
                new Configuration(new Environment("blog", new JdbcTransactionFactory(), dataSource));
        configuration.addMapper(NoteMapper.class);
        SqlSessionFactory sqlSessionFactory = new SqlSessionFactoryBuilder().build(configuration);

        UnitOfWorkFactory units = MyBatisCascade.factory(contract, sqlSessionFactory);
        units.inTransaction(work -> {
            work.remove(work.find(User.class, 1L));
            work.unwrap(SqlSession.class).getMapper(NoteMapper.class).add("a user left");
        });
        assertThat(count("posts")).isEqualTo(1);
        assertThat(count("notes")).isEqualTo(1);
    }

    /** A mapper that the application has already. */
    interface NoteMapper {
        @Insert("insert into notes values (#{text})")
        void add(String text);
    }

    private long count(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
