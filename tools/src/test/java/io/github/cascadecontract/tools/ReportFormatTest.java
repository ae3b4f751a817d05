package io.github.cascadecontract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The report of a check, for people, programs and code scanning. */
class ReportFormatTest {
    private static final String SENTENCE =
            "posts_user_id_fkey says NO ACTION, and User.posts leaves its children to it.";
    private static final String MEND =
            "ALTER TABLE \"Weird \"\" name\" ADD FOREIGN KEY (a) REFERENCES b ON DELETE CASCADE;";
    private static final CheckReport REPORT = new CheckReport(List.of(
            new Finding(
                    FindingCode.PASSIVE_WITHOUT_CASCADE,
                    "User",
                    "posts",
                    "posts",
                    "posts_user_id_fkey",
                    SENTENCE,
                    MEND),
            new Finding(
                    FindingCode.PASSIVE_WITHOUT_CASCADE,
                    null,
                    null,
                    "\"Weird \"\" <b>|]]>\n表\"",
                    null,
                    "Another.",
                    null)));

    private final SchemaCheck sarif = new SchemaCheck("/schema/sarif-schema-2.1.0.json");
    private final SchemaCheck json = new SchemaCheck("report.schema.json");

    @Test
    void text_is_one_line_for_each_finding() {
        assertThat(ReportFormat.TEXT.of(REPORT)).startsWith("ERROR passive-without-cascade User.posts: " + SENTENCE);
    }

    @Test
    void json_is_valid_under_the_published_schema() throws JsonProcessingException {
        String text = ReportFormat.JSON.of(REPORT);
        assertThat(json.problems(text)).isEmpty();
        JsonNode first = read(text).at("/findings/0");
        assertThat(first.get("code").asText()).isEqualTo("passive-without-cascade");
        assertThat(first.get("severity").asText()).isEqualTo("ERROR");
        assertThat(first.get("where").asText()).isEqualTo("User.posts");
        assertThat(first.get("mend").asText()).isEqualTo(MEND);
        assertThat(read(text).at("/findings/1/entity").isNull()).isTrue();
        assertThat(read(text).get("scope").asText()).isEqualTo("MAPPING");
    }

    @Test
    void sarif_is_valid_under_the_official_schema() {
        assertThat(sarif.problems(ReportFormat.SARIF.of(REPORT))).isEmpty();
        assertThat(sarif.problems("{\"version\": \"2.1.0\", \"runs\": [{}]}")).isNotEmpty();
    }

    @Test
    void sarif_without_findings_says_that_there_are_none() throws JsonProcessingException {
        String text = ReportFormat.SARIF.of(new CheckReport(List.of()));
        assertThat(sarif.problems(text)).isEmpty();
        assertThat(read(text).at("/runs/0/results").isArray()).isTrue();
    }

    @Test
    void each_code_is_a_rule_and_each_result_names_its_own() throws JsonProcessingException {
        JsonNode run = read(ReportFormat.SARIF.of(REPORT)).at("/runs/0");
        assertThat(run.at("/tool/driver/rules"))
                .extracting(rule -> rule.get("id").asText())
                .containsExactly(
                        Arrays.stream(FindingCode.values()).map(FindingCode::id).toArray(String[]::new));
        assertThat(run.get("results"))
                .allSatisfy(result -> assertThat(run.at("/tool/driver/rules")
                                .path(result.path("ruleIndex").asInt())
                                .path("id"))
                        .isEqualTo(result.get("ruleId")));
    }

    @Test
    void a_rule_says_what_it_is_why_it_hurts_and_what_to_do() throws JsonProcessingException {
        JsonNode rule = read(ReportFormat.SARIF.of(REPORT)).at("/runs/0/tool/driver/rules/0");
        FindingCode code = FindingCode.values()[0];
        assertThat(rule.at("/shortDescription/text").asText()).isEqualTo(code.what());
        assertThat(rule.at("/fullDescription/text").asText()).contains(code.harm());
        assertThat(rule.at("/help/text").asText()).contains(code.remedy());
        assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("error");
    }

    @Test
    void a_result_says_where_and_how_to_mend_it() throws JsonProcessingException {
        JsonNode result = read(ReportFormat.SARIF.of(REPORT)).at("/runs/0/results/0");
        assertThat(result.get("level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText()).isEqualTo("User.posts: " + SENTENCE + " Mend it: " + MEND);
        assertThat(result.at("/properties/mend").asText()).isEqualTo(MEND);
        assertThat(result.at("/locations/0/logicalLocations"))
                .extracting(place -> place.get("kind").asText() + " "
                        + place.get("fullyQualifiedName").asText())
                .containsExactly("member User.posts", "table posts", "constraint posts_user_id_fkey");
    }

    /** GitHub refuses a whole file of which one result names none. */
    @Test
    void every_result_names_a_file() throws JsonProcessingException {
        assertThat(read(ReportFormat.SARIF.of(REPORT)).at("/runs/0/results"))
                .extracting(result -> result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .containsExactly("User.java", "schema.sql");
    }

    @Test
    void a_result_names_the_source_file_where_it_is_known() throws JsonProcessingException {
        SourceFiles files = entity -> Optional.of("src/my java/" + entity + ".java");
        String text = ReportFormat.SARIF.of(REPORT, files);
        JsonNode location = read(text).at("/runs/0/results/0/locations/0/physicalLocation");
        assertThat(location.at("/artifactLocation/uri").asText()).isEqualTo("src/my%20java/User.java");
        assertThat(location.at("/region/startLine").asInt()).isEqualTo(1);
        assertThat(sarif.problems(text)).isEmpty();
    }

    @Test
    void a_result_is_known_again_when_its_sentence_is_worded_anew() throws JsonProcessingException {
        Finding finding = REPORT.findings().get(0);
        Finding worded = new Finding(
                finding.code(),
                finding.entity(),
                finding.attribute(),
                finding.table(),
                finding.constraint(),
                "In other words.",
                null);
        assertThat(hash(worded))
                .isEqualTo(hash(finding))
                .isNotEqualTo(hash(REPORT.findings().get(1)));
    }

    /** The one that code scanning of GitHub looks at. */
    private static String hash(Finding finding) throws JsonProcessingException {
        JsonNode result =
                read(ReportFormat.SARIF.of(new CheckReport(List.of(finding)))).at("/runs/0/results/0");
        return result.at("/partialFingerprints/primaryLocationLineHash").textValue();
    }

    private static JsonNode read(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }
}
