package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.mybatis.Blog.Comment;
import io.github.cascadecontract.mybatis.Blog.Post;
import io.github.cascadecontract.mybatis.Blog.User;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LargeGraphTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Blog.DDL);
        factory = UnitOfWorkFactory.open(Blog.CONTRACT, schema.dataSource());
    }

    @AfterEach
    void end() {
        schema.close();
    }

    @Test
    void a_passive_removal_sends_the_same_statements_for_ten_and_for_ten_thousand_children() {
        List<String> ten = sentByRemovalOf(userWith(10, 0));
        List<String> many = sentByRemovalOf(userWith(10_000, 0));

        assertThat(many).isEqualTo(ten).containsExactly("SELECT users", "SELECT profiles", "DELETE users");
    }

    @Test
    void a_graph_of_three_levels_is_inserted_by_a_few_statements() {
        schema.sent();
        userWith(3_000, 2);
        assertThat(schema.sent()).hasSizeLessThan(10);
        assertThat(schema.column("SELECT count(*) FROM comments")).containsExactly("6003");
    }

    @Test
    void loaded_children_with_unloaded_children_of_their_own_are_removed_level_by_level() {
        Long id = userWith(2_000, 2);
        factory.inTransaction(work -> {
            User user = work.find(User.class, id);
            assertThat(user.getPosts()).hasSize(2_000);
            schema.sent();
            work.remove(user);
        });

        List<String> sent = schema.sent();
        assertThat(sent)
                .filteredOn(statement -> statement.startsWith("DELETE"))
                .containsExactly("DELETE comments", "DELETE posts", "DELETE users");
        assertThat(sent).filteredOn("SELECT comments"::equals).hasSizeLessThan(20);
    }

    private List<String> sentByRemovalOf(Long user) {
        schema.sent();
        factory.inTransaction(work -> work.remove(work.find(User.class, user)));
        return schema.sent();
    }

    private Long userWith(int posts, int comments) {
        User user = new User("many");
        for (int i = 0; i < posts; i++) {
            Post post = new Post("t");
            for (int j = 0; j < comments; j++) post.getComments().add(new Comment("c"));
            user.getPosts().add(post);
        }
        factory.inTransaction(work -> work.persist(user));
        return user.getId();
    }
}
