package io.github.cascadecontract.hibernate;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users with posts, profiles, tags: the entities of most tests, with the README's pair. */
final class Blog {
    /** Users 1 and 2, posts 11 and 12 of user 1, post 21 of user 2. */
    static final String[] TABLES = {
        "CREATE TABLE users (id int8 PRIMARY KEY, name text)",
        "CREATE TABLE posts (id int8 PRIMARY KEY, title text, user_id int8 %s REFERENCES users ON DELETE CASCADE)",
        "CREATE TABLE profiles (id int8 PRIMARY KEY, bio text, user_id int8 UNIQUE REFERENCES users)",
        "CREATE TABLE tags (id int8 PRIMARY KEY, name text)",
        "CREATE TABLE post_tags (post_id int8 REFERENCES posts, tag_id int8 REFERENCES tags, PRIMARY KEY (post_id, tag_id))",
        "INSERT INTO users VALUES (1, 'one'), (2, 'two')",
        "INSERT INTO posts VALUES (11, 'a', 1), (12, 'b', 1), (21, 'c', 2)",
        "INSERT INTO profiles VALUES (1, 'first', 1), (2, 'second', 2)",
        "INSERT INTO tags VALUES (1, 'x'), (2, 'y')"
    };

    private Blog() {}

    static ContractBuilder builder() {
        return CascadeContract.builder(User.class, Post.class, Profile.class, Tag.class);
    }

    static String[] tables(String nullability) {
        String[] tables = TABLES.clone();
        tables[1] = tables[1].formatted(nullability);
        return tables;
    }

    static World world() {
        return World.of(builder().build(), tables("NOT NULL"));
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        Long id;

        @Nullable
        String name;

        @OneToMany(mappedBy = "user", cascade = ALL, orphanRemoval = true)
        @PassiveDeletes(PassiveDeletes.Mode.ON)
        List<Post> posts = new ArrayList<>();

        @OneToOne(mappedBy = "user", cascade = ALL, orphanRemoval = true)
        @Nullable
        Profile profile;

        User() {}

        User(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post {
        @Id
        Long id;

        @Nullable
        String title;

        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "user_id", nullable = false)
        @OnDelete(ReferentialAction.CASCADE)
        @Nullable
        User user;

        @ManyToMany
        @jakarta.persistence.JoinTable(
                name = "post_tags",
                joinColumns = @JoinColumn(name = "post_id"),
                inverseJoinColumns = @JoinColumn(name = "tag_id"))
        Set<Tag> tags = new HashSet<>();

        Post() {}

        Post(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Profile")
    @Table(name = "profiles")
    static class Profile {
        @Id
        Long id;

        @Nullable
        String bio;

        @OneToOne(fetch = LAZY)
        @JoinColumn(name = "user_id")
        @Nullable
        User user;

        Profile() {}

        Profile(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Tag")
    @Table(name = "tags")
    static class Tag {
        @Id
        Long id;

        @Nullable
        String name;

        @ManyToMany(mappedBy = "tags")
        Set<Post> posts = new HashSet<>();
    }
}
