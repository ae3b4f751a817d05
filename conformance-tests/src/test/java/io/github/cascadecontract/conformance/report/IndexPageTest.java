package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndexPageTest {
    private static final SampleReport SAMPLE = new SampleReport();
    private static String text;
    private static Document page;

    @BeforeAll
    static void render() throws IOException {
        text = rendered(SAMPLE.report(), SAMPLE.stories());
        page = Jsoup.parse(text);
    }

    private static String rendered(ComparisonReport report, List<Story> stories) throws IOException {
        StringWriter out = new StringWriter();
        IndexPage.of(report, stories).write(out);
        return out.toString();
    }

    @Test
    void stays_below_eight_megabytes_for_all_scenarios_and_eight_runs() {
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(500_000, 8_000_000);
    }

    @Test
    void names_no_other_file_and_forbids_the_network() {
        assertThat(page.select("[src], [href], [action], [data], link, iframe, img, object"))
                .isEmpty();
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void every_id_is_unique_and_every_label_points_to_one() {
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("[aria-controls], [for]")).isEmpty();
        assertThat(page.select("input:not(label input), select:not(label select)"))
                .isEmpty();
    }

    @Test
    void shows_each_scenario_once_in_its_family_without_any_script() {
        Elements groups = page.select("tbody[data-group]");
        assertThat(groups.eachAttr("data-group"))
                .containsExactlyElementsOf(
                        SAMPLE.stories().stream().map(Story::group).distinct().toList());
        Element orphans = page.selectFirst("tbody[data-group=delete-orphan]");
        assertThat(orphans.select(".id").eachText())
                .containsExactlyElementsOf(SAMPLE.stories().stream()
                        .filter(story -> story.group().equals("delete-orphan"))
                        .map(Story::id)
                        .toList());
        assertThat(page.select("tr.row")).hasSize(SAMPLE.stories().size());
    }

    @Test
    void every_cell_is_a_button_with_symbol_colour_and_words() {
        Elements cells = page.select("tr.row td");
        assertThat(cells).hasSize(SAMPLE.stories().size() * 8);
        assertThat(cells).allSatisfy(cell -> {
            Element button = cell.selectFirst("button[type=button]");
            assertThat(button.text()).isNotBlank();
            assertThat(button.classNames()).hasSize(2).contains("cell");
            assertThat(button.attr("aria-label")).contains(": ");
        });
    }

    @Test
    void every_verdict_has_a_colour() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(page.select("style").html()).containsPattern("\\." + verdict.text() + "\\b[^{]*\\{[^}]*color:");
        }
    }

    @Test
    void the_head_counts_what_the_column_shows() {
        for (int column = 0; column < 8; column++) {
            String head = page.select("tr.runs th").get(column).text();
            Elements cells = page.select("tr.row td:nth-child(" + (column + 2) + ") button");
            assertThat(head).contains("✓ " + cells.select(".pass, .decided").size() + " ");
            assertThat(head)
                    .contains("✗ "
                            + cells.select(".lost, .kept, .changed, .other").size() + " ");
            assertThat(head).contains(cells.select(".lost").size() + " lose rows");
        }
    }

    @Test
    void the_first_lines_count_what_each_provider_loses_by_itself() throws IOException {
        Document small = Jsoup.parse(rendered(SmallReport.report(), List.of(SmallReport.story("moved"))));
        assertThat(small.select(".headlines tbody tr > *").eachText())
                .containsExactly("Hibernate ORM 7.4.6.Final", "0 of 1", "1", "0", "0", "0", "1 of 1", "0", "0");
    }

    @Test
    void a_lost_row_is_counted_in_its_cell() throws IOException {
        Document small = Jsoup.parse(rendered(SmallReport.report(), List.of(SmallReport.story("moved"))));
        Element cell = small.select("tr.row button.cell").get(1);
        assertThat(cell.text()).isEqualTo("✗ −1");
        assertThat(cell.hasClass("lost")).isTrue();
        assertThat(cell.attr("aria-label")).isEqualTo("jpa-hibernate native entity-manager: fail, 1 row lost");
    }

    @Test
    void runs_of_one_adapter_stand_side_by_side_with_the_contract_first() throws IOException {
        ComparisonReport report = SmallReport.report();
        List<Run> runs = new ArrayList<>(report.runs());
        runs.add(new Run("other", "Other", "1", Mode.NATIVE, Door.MAPPER, 1, List.of()));
        runs.add(0, runs.remove(1));
        ComparisonReport mixed = new ComparisonReport(report.suite(), List.of(runs.get(0), runs.get(2), runs.get(1)));
        Document small = Jsoup.parse(rendered(mixed, List.of(SmallReport.story("moved"))));
        assertThat(small.select("tr.adapters th[data-adapter]").eachAttr("colspan"))
                .containsExactly("2", "1");
        assertThat(small.select("tr.runs b").eachText()).containsExactly("contract", "native", "native");
        assertThat(small.select("tr.row button.cell").eachText()).containsExactly("✓", "✗ −1", "·");
    }

    @Test
    void runs_with_changed_classes_have_columns_of_their_own() throws IOException {
        ComparisonReport report = SmallReport.report();
        Run plain = report.runs().get(0);
        Run enhanced = new Run(
                plain.adapter(),
                plain.provider(),
                plain.version(),
                Mode.CONTRACT,
                Bytecode.ENHANCED,
                plain.door(),
                1,
                plain.results());
        ComparisonReport both = new ComparisonReport(report.suite(), List.of(enhanced, plain));
        Document small = Jsoup.parse(rendered(both, List.of(SmallReport.story("moved"))));
        assertThat(small.select("tr.runs b").eachText()).containsExactly("contract", "contract enhanced");
        assertThat(small.select("tr.row button.cell").eachText()).containsExactly("✓", "✓");
    }

    @Test
    void text_of_a_scenario_is_never_markup() throws IOException {
        String fact = "</script><script>alert('x')</script><!-- <b> & \"";
        Document small = Jsoup.parse(rendered(SmallReport.report(), List.of(SmallReport.story(fact))));
        assertThat(small.select("script")).hasSize(2);
        assertThat(small.selectFirst(".fact").wholeText()).isEqualTo(fact);
        JsonNode data = new ObjectMapper().readTree(small.getElementById("data").data());
        assertThat(data.at("/stories/0/fact").asText()).isEqualTo(fact);
    }

    @Test
    void statements_that_occur_often_are_kept_once() {
        String statement = "update posts set title=?,user_id=? where id=?";
        assertThat(text.split(Pattern.quote(statement), -1)).hasSize(2);
    }

    @Test
    void says_in_which_mode_the_providers_differ() throws IOException {
        JsonNode data = new ObjectMapper().readTree(page.getElementById("data").data());
        data.path("stories")
                .forEach(story -> assertThat(story.path("differs").valueStream().map(JsonNode::asText))
                        .doesNotContain("contract"));
        assertThat(data.path("stories")
                        .valueStream()
                        .map(story -> story.path("differs").toString()))
                .contains("[]", "[\"native\"]");
    }

    @Test
    void a_story_without_result_is_left_out_and_a_result_without_story_refused() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendered(SmallReport.report(), List.of()))
                .withMessageContaining("Results without a story: do.move");
        List<Story> stories = new ArrayList<>(SAMPLE.stories());
        stories.add(SmallReport.story("moved"));
        assertThat(Jsoup.parse(rendered(SmallReport.report(), stories)).select("tr.row"))
                .hasSize(1);
    }

    @Test
    void two_results_for_one_scenario_are_refused() {
        Run twice = SmallReport.run(Mode.CONTRACT, Door.UNIT_OF_WORK, SmallReport.met(), SmallReport.met());
        ComparisonReport report = new ComparisonReport(SmallReport.report().suite(), List.of(twice));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendered(report, List.of(SmallReport.story("moved"))))
                .withMessageContaining("two results for scenario do.move");
    }
}
