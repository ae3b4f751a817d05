package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.conformance.brokencases.Tables.Look;
import java.util.List;
import java.util.Map;

/** The tables of the cases: Ada with two posts, Grace with one. */
final class Blog {
    private static final String SQL = """
            create table users (id bigint primary key, name text);
            create table posts (id bigint primary key, title text, user_id bigint %s);
            create index posts_user_id on posts (user_id);
            insert into users values (1, 'Ada'), (2, 'Grace');
            insert into posts values (1, 'one', 1), (2, 'two', 1), (3, 'three', 2);
            """;
    private static final List<Look> LOOKS =
            List.of(new Look("users", "id::text"), new Look("posts", "id || '→' || coalesce(user_id::text, 'NULL')"));

    private Blog() {}

    /** The usual key: a post has a user, and the database does nothing of its own. */
    static Tables tables() {
        return tables("not null references users");
    }

    /** The key of the posts as given. */
    static Tables tables(String key) {
        return new Tables(SQL.formatted(key), LOOKS);
    }

    /** The rows of users and posts. */
    static Map<String, String> rows(String users, String posts) {
        return Map.of("users", users, "posts", posts);
    }
}
