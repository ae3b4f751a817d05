package io.github.cascadecontract.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {

    private final SqlReader reader = new SqlReader(column -> column.equals("id") || column.endsWith("_id"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select p1_0.user_id,p1_0.id,p1_0.title from posts p1_0 where p1_0.user_id=?                   | posts       | posts
                    SELECT ID, NAME FROM USERS WHERE (ID = ?)                                                      | users       | users
                    SELECT t1.ID, t1.TITLE FROM USERS t0, POSTS t1 WHERE ((t0.ID = ?) AND (t1.USER_ID = t0.ID))    | users posts | posts
                    SELECT u.*, p.id FROM users u LEFT OUTER JOIN posts p ON p.user_id = u.id                      | users posts | users
                    SELECT * FROM users u JOIN posts p ON p.user_id = u.id                                         | users posts | users posts
                    select t.id, t.name from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = ?     | post_tags tags | tags
                    SELECT title FROM posts, users                                                                 | users posts | users posts
                    SELECT "t"."id", t."A Title" FROM "s"."The Posts" AS t                                         | The Posts   | The Posts
                    SELECT p.* FROM unnest(?::int[]) WITH ORDINALITY AS k(id, n) JOIN posts p ON p.id = k.id       | posts       | posts
                    SELECT x.name FROM (SELECT id, title AS name FROM posts) x                                     | posts       | posts
                    SELECT p FROM posts p                                                                          | posts       | posts
                    SELECT id, title FROM ONLY posts                                                               | posts       | posts
                    TABLE posts                                                                                    | posts       | posts
                    (SELECT id, title FROM posts) UNION SELECT id, NULL FROM comments                              | posts comments | posts
                    SELECT (SELECT title FROM posts LIMIT 1), id FROM users                                        | users       | posts
                    SELECT lower(name) FROM users                                                                  | users       | users
                    SELECT id, title FROM posts WHERE user_id IN (SELECT id FROM users WHERE name = ?)             | posts       | posts
                    WITH few AS (SELECT * FROM posts) SELECT title FROM few                                        | posts       | posts
                    SELECT a.id, b.body FROM (posts a JOIN comments b ON b.post_id = a.id)                         | posts comments | comments
                    """)
    void tells_which_tables_are_read_and_of_which_entities_are_read(String sql, String tables, String entityTables) {
        SqlShape shape = reader.read(sql);

        assertThat(shape.kind()).isEqualTo(StatementKind.SELECT);
        assertThat(shape.tables()).isEqualTo(words(tables));
        assertThat(shape.entityTables()).isEqualTo(words(entityTables));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM posts WHERE id = ANY (?)",
                "SELECT p.id, p.user_id FROM posts p WHERE p.user_id IN (?, ?)",
                "SELECT post_id, tag_id FROM post_tags WHERE post_id = ?",
                "select count(*) from posts where user_id=?",
                "select count(p.title) from posts p",
                "SELECT EXISTS (SELECT title FROM posts WHERE id = ?)",
                "SELECT 1 FROM posts WHERE id = ? FOR UPDATE",
                "SELECT nextval('users_id_seq') FROM generate_series(1, ?)",
                "select currval(pg_get_serial_sequence('users', 'id'))",
                "SELECT coalesce(max(id), 0) FROM posts",
                "SELECT id::text AS title FROM posts",
                "SELECT k.id FROM unnest(?::bigint[]) AS k(id) WHERE NOT EXISTS (SELECT FROM posts p WHERE p.id = k.id)",
                "SELECT ctid FROM posts",
                "SELECT TRUE FROM posts WHERE id = ?",
                "/* look */ SELECT id FROM (SELECT id, title FROM posts) x",
                "SELECT id FROM posts UNION ALL SELECT id FROM comments",
                "VALUES (1)",
                """
                WITH RECURSIVE tree AS (
                    SELECT id FROM nodes WHERE id = ANY (?)
                    UNION SELECT n.id FROM nodes n JOIN tree t ON n.parent_id = t.id)
                SELECT id FROM tree"""
            })
    void ids_link_rows_counts_and_sequences_are_no_entities(String sql) {
        SqlShape shape = reader.read(sql);

        assertThat(shape.kind()).isEqualTo(StatementKind.SELECT);
        assertThat(shape.entityTables()).isEmpty();
    }

    @Test
    void the_tables_of_a_with_are_read_through_its_name() {
        SqlShape shape =
                reader.read("WITH tree AS (SELECT id FROM nodes) SELECT t.id FROM tree t JOIN posts p ON true");

        assertThat(shape.tables()).containsExactlyInAnyOrder("nodes", "posts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    insert into users (name,email) values (?,?) returning id                                        | INSERT | users
                    INSERT INTO posts (id, title) OVERRIDING SYSTEM VALUE SELECT * FROM unnest(?::int8[], ?::text[]) | INSERT | posts
                    INSERT INTO post_tags (post_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING                    | INSERT | post_tags
                    INSERT INTO posts AS p (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET title = excluded.title    | INSERT | posts
                    insert into users default values                                                                | INSERT | users
                    UPDATE posts AS t SET title = v.title FROM unnest(?::int8[], ?::text[]) AS v(id, title) WHERE t.id = v.id RETURNING t.id | UPDATE | posts
                    UPDATE ONLY "s".posts SET user_id = NULL WHERE user_id = ANY (?::integer[])                     | UPDATE | posts
                    update posts p1_0 set title=? where p1_0.id=?                                                   | UPDATE | posts
                    DELETE FROM post_tags WHERE (post_id, tag_id) IN (SELECT * FROM unnest(?::int8[], ?::int8[]))   | DELETE | post_tags
                    DELETE FROM post_tags USING posts WHERE post_id = posts.id                                      | DELETE | post_tags
                    delete from "The Posts" p1_0 where p1_0.id=?                                                    | DELETE | The Posts
                    WITH RECURSIVE t AS (SELECT id FROM nodes) DELETE FROM nodes WHERE id IN (SELECT id FROM t)     | DELETE | nodes
                    WITH gone AS (DELETE FROM comments RETURNING post_id) DELETE FROM posts USING gone WHERE id = post_id | DELETE | comments posts
                    WITH gone AS (DELETE FROM comments WHERE id = 1 RETURNING id) SELECT count(*) FROM gone         | DELETE | comments
                    WITH made AS (INSERT INTO posts DEFAULT VALUES RETURNING id) SELECT id FROM made                | INSERT | posts
                    """)
    void tells_the_table_that_is_written_to(String sql, StatementKind kind, String tables) {
        assertThat(reader.read(sql)).isEqualTo(new SqlShape(kind, words(tables), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET LOCAL lock_timeout = '1s'",
                "SAVEPOINT one",
                "DO $$ BEGIN DELETE FROM posts; END $$",
                "CREATE TABLE users (id integer)",
                "CALL clean()"
            })
    void what_is_no_query_is_not_read(String sql) {
        assertThat(reader.read(sql)).isEqualTo(SqlShape.OTHER);
    }

    @Test
    void a_statement_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> reader.read("SELECT FROM FROM posts"))
                .isInstanceOf(UnreadableStatementException.class)
                .hasMessageContaining("SELECT FROM FROM posts");
    }

    private static Set<String> words(String names) {
        return names.startsWith("The")
                ? Set.of(names)
                : Stream.of(names.split(" ")).collect(Collectors.toSet());
    }
}
