package io.github.cascadecontract.benchmarks;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** The tables and factories that all measurements use: one user with n posts beside 10,000 posts of others. */
record Blog(Schema schema, DataSource dataSource) {
    static final CascadeContract CONTRACT = CascadeContract.of(User.class, Post.class);

    static Blog create(Schema schema) {
        schema.execute("""
                CREATE TABLE users (id bigint PRIMARY KEY, name text);
                CREATE TABLE posts (id bigint PRIMARY KEY, title text,
                    user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE);
                CREATE INDEX ON posts (user_id);
                INSERT INTO users VALUES (2, 'other');
                INSERT INTO posts SELECT -i, 'other', 2 FROM generate_series(1, 10000) i;
                """);
        return new Blog(schema, schema.dataSource());
    }

    void fill(int posts) {
        schema.execute("INSERT INTO users VALUES (1, 'one') ON CONFLICT DO NOTHING;"
                + "DELETE FROM posts WHERE user_id = 1;"
                + "INSERT INTO posts SELECT i, 'post', 1 FROM generate_series(1, %d) i".formatted(posts));
    }

    static List<PersistenceAdapter> adapters() {
        return ServiceLoader.load(PersistenceAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(java.util.Comparator.comparing(PersistenceAdapter::name))
                .toList();
    }

    UnitOfWorkFactory factory(PersistenceAdapter adapter, Mode mode, DataSource source) {
        return UnitOfWorkFactory.over(adapter.connect(CONTRACT, source, mode));
    }
}
