package io.github.cascadecontract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan for other programs. */
class PlanJsonTest {
    private final SchemaCheck schema = new SchemaCheck("plan.schema.json");

    @Test
    void names_are_those_of_the_records_and_what_is_absent_is_null() {
        JsonNode plan = read(PlanFormat.JSON.of(Plans.blog()));
        JsonNode user = plan.at("/roots/0");
        JsonNode posts = user.at("/below/0");
        assertThat(plan.get("blocked").asBoolean()).isFalse();
        assertThat(plan.at("/totals/comments/deletedByDatabase").asLong()).isEqualTo(1_234_567);
        assertThat(user.at("/place/relation").isNull()).isTrue();
        assertThat(user.get("obstacle").isNull()).isTrue();
        assertThat(posts.at("/place/constraint").asText()).isEqualTo("posts_user_id_fkey");
        assertThat(posts.get("rows").asLong()).isEqualTo(100_000);
        assertThat(posts.get("rule").asText()).isEqualTo("REM-2");
    }

    @Test
    void every_plan_is_valid_under_the_published_schema() {
        assertThat(schema.problems(PlanFormat.JSON.of(Plans.blog()))).isEmpty();
        assertThat(schema.problems(PlanFormat.JSON.of(Plans.blocked()))).isEmpty();
        assertThat(schema.problems(PlanFormat.JSON.of(new RemovalPlan("User", "1", List.of(), List.of()))))
                .isEmpty();
    }

    @Test
    void the_schema_knows_all_actors_and_effects_and_no_others() {
        JsonNode properties = read(SchemaCheck.text("plan.schema.json")).at("/$defs/rows/properties");
        assertThat(properties.at("/actor/enum"))
                .extracting(JsonNode::asText)
                .containsExactly(Plans.names(Actor.values()));
        assertThat(properties.at("/effect/enum"))
                .extracting(JsonNode::asText)
                .containsExactly(Plans.names(Effect.values()));
    }

    @Test
    void the_schema_refuses_what_is_not_documented() {
        ObjectNode plan = (ObjectNode) read(PlanFormat.JSON.of(Plans.blog()));
        plan.put("undocumented", true);
        assertThat(schema.problems(plan.toString())).hasSize(1);
    }

    @Test
    void rows_that_were_not_counted_are_null() {
        JsonNode plan = read(PlanFormat.JSON.of(Plans.uncounted()));
        assertThat(plan.at("/roots/0/below/0/rows").isNull()).isTrue();
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException invalid) {
            throw new AssertionError(json, invalid);
        }
    }
}
