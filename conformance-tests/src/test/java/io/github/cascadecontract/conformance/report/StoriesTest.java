package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static Story told(String settings) throws IOException {
        JsonNode scenarios =
                json("{'scenarios': [{'id': 'a', 'group': 'g', 'fact': 'f', 'settings': %s}]}".formatted(settings));
        return Stories.of(scenarios, null).get(0);
    }

    @Test
    void tells_every_recorded_scenario_without_a_step_it_has_no_words_for() {
        List<Story> stories = new SampleReport().stories();
        assertThat(stories).hasSizeGreaterThan(500);
        assertThat(stories).flatExtracting(Story::steps).noneMatch(step -> ((String) step).startsWith("["));
        assertThat(stories).allSatisfy(story -> assertThat(story.steps()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ['get', 'u', 'User', 1]                         | u = find(User, 1)
            ['new', 'n', 'Post', {'id': 9, 'title': 't9'}]  | n = new Post(id = 9, title = 't9')
            ['append', 'u', 'posts', 'n']                   | u.posts.add(n)
            ['assign', 'u', 'posts', ['b', 'n']]            | u.posts = [b, n]
            ['assign', 'u', 'posts', []]                    | u.posts = []
            ['ref', 'p', 'user', null]                      | p.user = null
            ['set', 'p', 'title', 'x']                      | p.title = 'x'
            ['set', 'p', 'user_id', null]                   | p.user_id = null
            ['refresh', 'u', 'name', 'posts']               | refresh(u, name, posts)
            ['sql', 'DELETE FROM {s}.users WHERE id=1']     | SQL: DELETE FROM users WHERE id=1
            ['try', ['value', 'p', 'title']]                | try: look: the value of p.title
            ['dance', 'u']                                  | ["dance","u"]
            """, quoteCharacter = '`')
    void tells_a_step_as_a_line_of_code(String step, String line) throws IOException {
        assertThat(told("{'steps': [%s]}".formatted(step.strip())).steps()).containsExactly(line.strip());
    }

    @Test
    void tells_settings_in_the_words_of_jakarta_persistence() throws IOException {
        Story story = told("""
                {'rels': {
                  'User.posts': {'kind': 'one-to-many', 'target': 'Post', 'fk': 'posts.user_id', 'inverse': 'Post.user',
                                 'cascade': 'all, delete-orphan', 'passive_deletes': 'all'},
                  'Post.user': {'kind': 'many-to-one', 'target': 'User', 'fk': 'posts.user_id', 'single_parent': true,
                                'cascade': 'save-update, merge, delete, refresh-expire, expunge, delete-orphan'},
                  'Post.tags': {'kind': 'many-to-many', 'target': 'Tag', 'table': 'post_tags', 'cascade': '',
                                'passive_deletes': false}}}
                """);
        assertThat(story.relations())
                .containsExactly(
                        new Story.Relation(
                                "User.posts",
                                "one-to-many",
                                "Post",
                                "posts.user_id",
                                List.of("ALL", "orphanRemoval", "@PassiveDeletes(ALL)"),
                                "Post.user"),
                        new Story.Relation(
                                "Post.user",
                                "many-to-one",
                                "User",
                                "posts.user_id",
                                List.of(
                                        "PERSIST",
                                        "MERGE",
                                        "REMOVE",
                                        "REFRESH",
                                        "DETACH",
                                        "@SingleParent(orphanRemoval = true)"),
                                null),
                        new Story.Relation(
                                "Post.tags",
                                "many-to-many",
                                "Tag",
                                "post_tags",
                                List.of("@PassiveDeletes(OFF)"),
                                null));
    }

    @Test
    void tells_keys_in_the_words_of_sql() throws IOException {
        Story story = told("""
                {'fks': {'posts.user_id': {'to': 'users', 'nullable': false, 'on_delete': 'SET DEFAULT', 'unique': true,
                                           'default': 2, 'deferred': true},
                         'nodes.parent_id': {'to': 'nodes', 'nullable': true, 'on_delete': 'CASCADE'}}}
                """);
        assertThat(story.foreignKeys())
                .containsExactly(
                        new Story.ForeignKey(
                                "posts.user_id",
                                "users",
                                "SET DEFAULT",
                                List.of("NOT NULL", "UNIQUE", "DEFAULT 2", "DEFERRABLE INITIALLY DEFERRED")),
                        new Story.ForeignKey("nodes.parent_id", "nodes", "CASCADE", List.of("NULL")));
    }

    @Test
    void takes_the_mark_off_columns_that_are_set_late() throws IOException {
        Story story = told("{'seed': {'nodes': [{'id': 1, '+parent_id': 2}]}}");
        assertThat(story.seed()).isEqualTo(Map.of("nodes", List.of(Map.of("id", 1L, "parent_id", 2L))));
    }

    @Test
    void tells_the_decision_that_stands_beside_the_scenario() throws IOException {
        JsonNode scenarios = json("{'scenarios': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}]}");
        JsonNode decided = json("""
                {'scenarios': [
                  {'scenario': 'a', 'kind': 'decided', 'rule': 'PER-4', 'decision': 'K16', 'because': 'merge is for that'},
                  {'scenario': 'b', 'kind': 'not portable', 'rule': 'views', 'because': 'no word for it'}]}
                """);
        assertThat(Stories.of(scenarios, decided))
                .extracting(Story::decision)
                .containsExactly("PER-4, K16: merge is for that", "not portable: views: no word for it", null);
    }
}
