package io.github.cascadecontract.quickstart;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The blog of the documents: Ada with two posts, Grace with one; new for each test. */
final class BlogTables implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private TestDatabase database;
    private Schema schema;

    @Override
    public void beforeAll(ExtensionContext context) {
        database = TestDatabase.open();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        schema = database.createSchema("blog");
        schema.execute("""
                create table users (id bigint primary key, name text);
                create table posts (id bigint primary key, title text,
                    user_id bigint not null references users on delete cascade);
                create index on posts (user_id);
                create table audit_entries (id bigint primary key, action text,
                    post_id bigint references posts on delete cascade);
                insert into users values (1, 'Ada'), (2, 'Grace');
                insert into posts values (1, 'one', 1), (2, 'two', 1), (3, 'three', 2);
                """);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        schema.close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }

    DataSource dataSource() {
        return schema.dataSource();
    }

    void execute(String sql) {
        schema.execute(sql);
    }

    /** The values of an expression over all rows of a table, in order of id. */
    String values(String expression, String table) throws SQLException {
        String sql = "select string_agg(%s::text, ',' order by id) from %s".formatted(expression, table);
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
