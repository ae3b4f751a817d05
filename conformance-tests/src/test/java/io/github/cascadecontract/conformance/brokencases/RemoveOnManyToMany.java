package io.github.cascadecontract.conformance.brokencases;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.MERGE;
import static jakarta.persistence.CascadeType.PERSIST;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.conformance.brokencases.Preview.Removed;
import io.github.cascadecontract.conformance.brokencases.Tables.Look;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tags are removed with one of their posts. */
final class RemoveOnManyToMany implements BrokenCase {
    private static final Tables TABLES = new Tables(
            """
            create table posts (id bigint primary key, title text);
            create table tags (id bigint primary key, name text);
            create table post_tags (post_id bigint references posts, tag_id bigint references tags, primary key (post_id, tag_id));
            create index post_tags_tag_id on post_tags (tag_id);
            insert into posts values (1, 'one'), (2, 'two');
            insert into tags values (1, 'java'), (2, 'sql');
            insert into post_tags values (1, 1), (1, 2), (2, 1);
            """,
            List.of(
                    new Look("posts", "id::text"),
                    new Look("tags", "id::text"),
                    new Look("post_tags", "post_id || '→' || tag_id")));

    @Override
    public Story story() {
        return new Story(
                "REMOVE on a many-to-many",
                """
                Post 1 goes. It shares tag 1 with post 2, and ALL reaches the tags.""",
                Map.of("posts", "2", "tags", "1, 2", "post_tags", "2→1"),
                Rule.M2M_1,
                """
                Without REMOVE the links go, and what is on the far side stays""");
    }

    @Override
    public Form<EntityManager> broken() {
        return new Form<>(
                TABLES,
                List.of(Broken.Post.class, Broken.Tag.class),
                List.of(Snippet.of(getClass(), "broken"), Snippet.of(getClass(), "natively")),
                Broken::natively);
    }

    @Override
    public Optional<Removed> removed() {
        return Optional.of(new Removed(Broken.Post.class, 1L));
    }

    @Override
    public Optional<Form<BlogMapper>> plainMapper() {
        return Optional.of(
                new Form<>(TABLES, List.of(), List.of(Snippet.of(getClass(), "mapper")), RemoveOnManyToMany::plainly));
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(
                TABLES,
                List.of(Post.class, Tag.class),
                List.of(Snippet.of(getClass(), "mended"), Snippet.of(getClass(), "contract")),
                RemoveOnManyToMany::underContract);
    }

    static final class Broken {
        @Entity
        @Table(name = "posts")
        static class Post extends Text {
            // tag::broken[]
            @ManyToMany(cascade = ALL)
            @JoinTable(
                    name = "post_tags",
                    joinColumns = @JoinColumn(name = "post_id"),
                    inverseJoinColumns = @JoinColumn(name = "tag_id"))
            private Set<Tag> tags = new HashSet<>();
            // end::broken[]
        }

        @Entity
        @Table(name = "tags")
        static class Tag extends Person {
            @ManyToMany(mappedBy = "tags")
            private Set<Post> posts = new HashSet<>();
        }

        static void natively(EntityManager entityManager) {
            // tag::natively[]
            Post one = entityManager.find(Post.class, 1L);
            entityManager.remove(one);
            // end::natively[]
        }
    }

    @Entity
    @Table(name = "posts")
    static class Post extends Text {
        // tag::mended[]
        @ManyToMany(cascade = {PERSIST, MERGE})
        @JoinTable(
                name = "post_tags",
                joinColumns = @JoinColumn(name = "post_id"),
                inverseJoinColumns = @JoinColumn(name = "tag_id"))
        private Set<Tag> tags = new HashSet<>();
        // end::mended[]
    }

    @Entity
    @Table(name = "tags")
    static class Tag extends Person {
        @ManyToMany(mappedBy = "tags")
        private Set<Post> posts = new HashSet<>();
    }

    private static void underContract(UnitOfWork work) {
        // tag::contract[]
        Post one = work.find(Post.class, 1L);
        work.remove(one);
        // end::contract[]
    }

    private static void plainly(BlogMapper mapper) {
        // tag::mapper[]
        mapper.deletePost(1L);
        // end::mapper[]
    }
}
