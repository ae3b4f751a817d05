package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ALL;
import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ON;
import static io.github.cascadecontract.finding.FindingCode.PASSIVE_WITHOUT_CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.Finding;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Children that are left to the database need an action that does what the relation says. */
class PassiveActionTest {
    private static final CascadeContract REMOVES = CascadeContract.of(User.class, Post.class);

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_key_without_action_is_found_and_mended_by_the_sql_that_the_finding_gives() throws SQLException {
        posts("");

        Finding finding = tables.only(PASSIVE_WITHOUT_CASCADE, User.class, Post.class);
        assertThat(finding.sentence())
                .isEqualTo(
                        "User.posts leaves rows that are not loaded to the database (PassiveDeletes ON), and the key"
                                + " posts_user_id_fkey of posts says NO ACTION: the removal of User fails as long as there are such rows (REM-1).");
        assertThat(finding.where()).isEqualTo("User.posts");
        assertThat(finding.table()).isEqualTo("posts");
        assertThat(finding.constraint()).isEqualTo("posts_user_id_fkey");
        assertThat(tables.mended(PASSIVE_WITHOUT_CASCADE, User.class, Post.class)
                        .findings())
                .noneMatch(found -> found.code() == PASSIVE_WITHOUT_CASCADE);
    }

    @ParameterizedTest
    @EnumSource(ReferentialAction.class)
    void a_relation_that_removes_needs_cascade(ReferentialAction action) {
        posts("on delete " + action.sql());

        assertThat(tables.find(PASSIVE_WITHOUT_CASCADE, REMOVES)).hasSize(action == ReferentialAction.CASCADE ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"NO_ACTION,1", "RESTRICT,1", "CASCADE,0", "SET_NULL,0", "SET_DEFAULT,0"})
    void without_remove_any_action_that_lets_the_parent_go_is_right(ReferentialAction action, int findings) {
        posts("on delete " + action.sql());

        for (PassiveDeletes.Mode mode : List.of(ON, ALL))
            assertThat(tables.find(PASSIVE_WITHOUT_CASCADE, keeping(mode))).hasSize(findings);
    }

    @Test
    void what_else_the_key_says_is_kept_when_it_is_mended() throws SQLException {
        posts("on update cascade deferrable initially deferred");

        assertThat(tables.only(PASSIVE_WITHOUT_CASCADE, User.class, Post.class).mend())
                .contains("ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED");
        tables.mended(PASSIVE_WITHOUT_CASCADE, User.class, Post.class);
    }

    @Test
    void the_mapping_alone_is_enough_where_it_declares_the_action() {
        CascadeContract declared = CascadeContract.of(Owner.class, Pet.class);

        assertThat(declared.check().findings())
                .extracting(Finding::code, Finding::where, Finding::mend)
                .contains(tuple(PASSIVE_WITHOUT_CASCADE, "Owner.pets", null));
        assertThat(REMOVES.check().findings()).noneMatch(finding -> finding.code() == PASSIVE_WITHOUT_CASCADE);
    }

    private void posts(String action) {
        tables.make("""
                create table users (id bigint primary key);
                create table posts (id bigint primary key, user_id bigint references users %s);
                create index on posts (user_id)""".formatted(action));
    }

    private static CascadeContract keeping(PassiveDeletes.Mode mode) {
        return CascadeContract.builder(User.class, Post.class)
                .relation(User.class, "posts", posts -> posts.cascade().passiveDeletes(mode))
                .build();
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        Long id;

        @OneToMany(mappedBy = "user", cascade = CascadeType.REMOVE)
        @PassiveDeletes
        List<Post> posts;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "user_id")
        User user;
    }

    @Entity(name = "Owner")
    static class Owner {
        @Id
        Long id;

        @OneToMany(mappedBy = "owner", cascade = CascadeType.REMOVE)
        @PassiveDeletes
        List<Pet> pets;
    }

    @Entity(name = "Pet")
    static class Pet {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.SET_NULL)
        Owner owner;
    }
}
