package io.github.cascadecontract.conformance.recording;

import static io.github.cascadecontract.conformance.recording.RecordedStatement.UNKNOWN_ROWS;
import static io.github.cascadecontract.conformance.recording.SelectOwner.CALLER;
import static io.github.cascadecontract.conformance.recording.SelectOwner.UNIT_OF_WORK;
import static io.github.cascadecontract.conformance.recording.StatementKind.DELETE;
import static io.github.cascadecontract.conformance.recording.StatementKind.INSERT;
import static io.github.cascadecontract.conformance.recording.StatementKind.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementRecorderTest {

    private static TestDatabase database;
    private static Schema schema;

    private final StatementRecorder recorder = new StatementRecorder(schema.dataSource());

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
        schema = database.createSchema("recorder");
        schema.execute("CREATE TABLE posts (id integer PRIMARY KEY, title text)");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void seed() {
        schema.empty();
        schema.execute("INSERT INTO posts SELECT n, 'post' || n FROM generate_series(1, 5) n");
    }

    @Test
    void counts_the_rows_of_an_update_whichever_method_runs_it() throws SQLException {
        try (Connection connection = recorder.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE posts SET title = ? WHERE id < 4")) {
            update.setString(1, "a");
            update.executeUpdate();
            update.execute();
            update.executeLargeUpdate();
            assertThat(update.getUpdateCount()).as("still there for the caller").isEqualTo(3);
        }

        assertThat(recorder.log().statements())
                .extracting(RecordedStatement::rows)
                .containsExactly(3L, 3L, 3L);
        assertThat(recorder.log().rowsAffected(UPDATE)).isEqualTo(Map.of("posts", 9L));
    }

    @Test
    void counts_the_rows_of_a_batch() throws SQLException {
        try (Connection connection = recorder.dataSource().getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM posts WHERE id = ?")) {
            for (int id : new int[] {1, 2, 99}) {
                delete.setInt(1, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }

        RecordedStatement batch = only();
        assertThat(batch.kind()).isEqualTo(DELETE);
        assertThat(batch.batchSize()).isEqualTo(3);
        assertThat(batch.rows()).isEqualTo(2);
    }

    @Test
    void takes_the_entries_of_a_batch_of_texts_for_statements() throws SQLException {
        try (Connection connection = recorder.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.addBatch("DELETE FROM posts WHERE id < 3");
            statement.addBatch("INSERT INTO posts VALUES (7, 'new')");
            statement.executeBatch();
        }

        assertThat(recorder.log().rowsAffected(DELETE)).isEqualTo(Map.of("posts", 2L));
        assertThat(recorder.log().rowsAffected(INSERT)).isEqualTo(Map.of("posts", 1L));
    }

    @Test
    void the_driver_does_not_tell_the_rows_of_a_statement_that_returns_some() throws SQLException {
        try (Connection connection = recorder.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO posts VALUES (8, 'new') RETURNING id")) {
            insert.executeQuery().close();
        }

        assertThat(only().rows()).isEqualTo(UNKNOWN_ROWS);
        assertThat(only().tables()).containsExactly("posts");
    }

    @Test
    void generated_keys_do_not_hide_the_rows() throws SQLException {
        try (Connection connection = recorder.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO posts VALUES (8, 'a'), (9, 'b')", Statement.RETURN_GENERATED_KEYS)) {
            insert.executeUpdate();
        }

        assertThat(only().rows()).isEqualTo(2);
    }

    @Test
    void a_failure_is_kept_with_its_sqlstate() throws SQLException {
        try (Connection connection = recorder.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO posts VALUES (1, 'again')")) {
            assertThatThrownBy(insert::executeUpdate).isInstanceOf(SQLException.class);
            insert.addBatch();
            assertThatThrownBy(insert::executeBatch).isInstanceOf(SQLException.class);
        }

        assertThat(recorder.log().statements()).hasSize(2).allSatisfy(statement -> {
            assertThat(statement.success()).isFalse();
            assertThat(statement.sqlState()).isEqualTo("23505");
            assertThat(statement.rows()).isZero();
        });
    }

    @Test
    void tells_on_whose_account_entities_were_read() throws SQLException {
        recorder.beginStep(new RecordedStep(0, "get", CALLER));
        run("SELECT id, title FROM posts WHERE id = 1");
        recorder.beginStep(new RecordedStep(1, "commit", UNIT_OF_WORK));
        run("SELECT id FROM posts WHERE id = ANY ('{1,2}')");
        assertThat(recorder.log().entityTablesReadBy(UNIT_OF_WORK)).isEmpty();
        assertThat(recorder.log().entityTablesReadBy(CALLER)).containsExactly("posts");

        run("SELECT * FROM posts");

        assertThat(recorder.log().entityTablesReadBy(UNIT_OF_WORK)).containsExactly("posts");
        assertThat(recorder.log().ofStep(1))
                .extracting(RecordedStatement::readsOnlyKeys)
                .containsExactly(true, false);
    }

    @Test
    void after_clearing_nothing_is_left() throws SQLException {
        recorder.beginStep(new RecordedStep(0, "get", UNIT_OF_WORK));
        run("SELECT * FROM posts");

        recorder.clear();
        run("SELECT id FROM posts");

        assertThat(only().step()).isEqualTo(RecordedStep.NONE);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = recorder.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private RecordedStatement only() {
        assertThat(recorder.log().statements()).hasSize(1);
        return recorder.log().statements().get(0);
    }
}
