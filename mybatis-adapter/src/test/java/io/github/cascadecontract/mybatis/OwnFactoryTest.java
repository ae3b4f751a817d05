package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.mybatis.Mailbox.Folder;
import io.github.cascadecontract.mybatis.Mailbox.FolderMapper;
import io.github.cascadecontract.mybatis.Mailbox.Message;
import io.github.cascadecontract.mybatis.Mailbox.MessageMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnFactoryTest {
    private TestSchema schema;
    private SqlSessionFactory sqlSessions;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Mailbox.DDL);
        Configuration configuration =
                new Configuration(new Environment("own", new JdbcTransactionFactory(), schema.dataSource()));
        configuration.setDefaultExecutorType(ExecutorType.BATCH);
        configuration.addMapper(MessageMapper.class);
        configuration.addMapper(FolderMapper.class);
        sqlSessions = new SqlSessionFactoryBuilder().build(configuration);
        factory = MyBatisCascade.factory(Mailbox.CONTRACT, sqlSessions);
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        schema.close();
    }

    @Test
    void the_applications_own_statements_are_used() {
        factory.inTransaction(work -> {
            Folder inbox = work.find(Folder.class, 1L);
            Message first = work.find(Message.class, 1L);
            assertThat(first.getFolder()).isSameAs(inbox);
            first.setSubject("changed");
            inbox.getMessages().removeIf(message -> message.getId() == 2);
            inbox.getMessages().add(new Message("new"));
        });

        assertThat(schema.column("SELECT writer FROM messages WHERE id = 1")).containsExactly("own");
        assertThat(schema.column("SELECT deleted FROM messages WHERE id = 2")).containsExactly("t");
        assertThat(schema.column("SELECT writer || folder_id FROM messages WHERE subject = 'new'"))
                .containsExactly("own1");
        assertThat((Object) factory.callInTransaction(work -> List.of(work.find(Message.class, 2L) == null)))
                .isEqualTo(List.of(true));
    }

    @Test
    void an_id_that_the_own_insert_gives_is_known_to_children_and_identity_map() {
        factory.inTransaction(work -> {
            Message message = new Message("alone");
            work.persist(message);
            work.flush();
            assertThat(message.getId()).isEqualTo(100L);
            assertThat(work.find(Message.class, 100L)).isSameAs(message);
        });
        assertThat(schema.sent()).noneMatch(statement -> statement.contains("nextval"));
    }

    @Test
    void mappers_work_in_the_transaction_and_see_what_was_flushed() {
        try (UnitOfWork work = factory.begin()) {
            work.persist(new Folder("second"));
            FolderMapper mapper = work.unwrap(SqlSession.class).getMapper(FolderMapper.class);
            assertThat(mapper.count()).isEqualTo(1);
            work.flush();
            assertThat(mapper.count()).isEqualTo(2);
            mapper.rename(1L, "renamed");
        }
        assertThat(schema.column("SELECT name FROM folders")).containsExactly("inbox");
    }

    @Test
    void a_cached_mapper_learns_of_generated_writes() {
        assertThat(countInOwnSession()).isEqualTo(1);
        factory.inTransaction(work -> work.persist(new Folder("second")));
        assertThat(countInOwnSession()).isEqualTo(2);
    }

    @Test
    void the_session_cannot_end_the_transaction_behind_the_unit_of_work() {
        try (UnitOfWork work = factory.begin()) {
            SqlSession session = work.unwrap(SqlSession.class);
            assertThatThrownBy(session::commit)
                    .isInstanceOf(UnitOfWorkStateException.class)
                    .hasMessageContaining("commit");
            assertThatThrownBy(session::close).isInstanceOf(UnitOfWorkStateException.class);
        }
    }

    @Test
    void what_was_written_through_the_connection_alone_is_rolled_back_and_committed_as_well() {
        try (UnitOfWork work = factory.begin()) {
            execute(work, "INSERT INTO folders VALUES (50, 'lost')");
        }
        try (UnitOfWork work = factory.begin()) {
            execute(work, "INSERT INTO folders VALUES (51, 'kept')");
            work.commit();
        }
        assertThat(schema.column("SELECT id FROM folders ORDER BY id")).containsExactly("1", "51");
    }

    @Test
    void a_second_contract_on_the_same_factory_shares_its_statements() {
        UnitOfWorkFactory second = MyBatisCascade.factory(Mailbox.CONTRACT, sqlSessions);
        assertThat((SqlSessionFactory) second.unwrap(SqlSessionFactory.class)).isSameAs(sqlSessions);
        String name =
                second.callInTransaction(work -> work.find(Folder.class, 1L).getName());
        assertThat(name).isEqualTo("inbox");
    }

    @Test
    void what_is_not_offered_is_said_so() {
        assertThatThrownBy(() -> factory.unwrap(String.class)).hasMessageContaining("SqlSessionFactory");
        try (UnitOfWork work = factory.begin()) {
            assertThatThrownBy(() -> work.unwrap(String.class)).hasMessageContaining("SqlSession");
        }
    }

    private int countInOwnSession() {
        try (SqlSession session = sqlSessions.openSession()) {
            return session.getMapper(FolderMapper.class).count();
        }
    }

    private static void execute(UnitOfWork work, String sql) {
        try (Statement statement = work.unwrap(Connection.class).createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
