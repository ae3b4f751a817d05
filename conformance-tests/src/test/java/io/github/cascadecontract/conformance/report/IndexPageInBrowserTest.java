package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: it opens, filters and expands. Skipped where no Chromium is installed. */
class IndexPageInBrowserTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Words that the probes below are written in. */
    private static final String TOOLS = """
            const pick = selector => document.querySelector(selector);
            const seen = selector => [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length);
            const row = id => [...document.querySelectorAll('tr.row')].find(e => e.querySelector('.id').textContent === id);
            const enter = (id, value) => {
              pick(id).value = value;
              pick(id).dispatchEvent(new Event('input', { bubbles: true }));
            };
            const choose = mode => pick(`[name=mode][value="${mode}"]`).click();
            const press = key =>
              document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            """;

    private static Chromium chromium;
    private static String page;

    @TempDir
    static Path folder;

    @BeforeAll
    static void findBrowser() throws IOException {
        Optional<Chromium> installed = Chromium.installed();
        assumeTrue(
                installed.isPresent(),
                "No chromium, chromium-browser or google-chrome on the PATH, and no -Dcascade.chromium=PROGRAM");
        chromium = installed.get();
        StringWriter out = new StringWriter();
        SampleReport sample = new SampleReport();
        IndexPage.of(sample.report(), sample.stories()).write(out);
        page = out.toString();
    }

    /** Opens the page, runs the probe (the body of a function) in it, and brings back what the probe returns. */
    private JsonNode probe(String fragment, String body) throws IOException, InterruptedException {
        Path file = folder.resolve("index.html");
        Files.writeString(
                file,
                page.replace("<head>", "<head><script>" + ERRORS + "</script>")
                        + "<script>{" + TOOLS + "const answer = (() => {" + body + "})();"
                        + "const note = document.createElement('script'); note.type = 'text/plain'; note.id = 'answer';"
                        + "note.textContent = JSON.stringify({ answer, errors }); document.body.append(note);}</script>");
        Document document = chromium.open(file, fragment, folder);
        assertThat(document.getElementById("answer"))
                .as("the probe ran to its end")
                .isNotNull();
        JsonNode result = JSON.readTree(document.getElementById("answer").data());
        assertThat(result.get("errors")).as("script errors").isEmpty();
        return result.get("answer");
    }

    private static final String ERRORS = "const errors = []; window.onerror = text => { errors.push(text); };";

    @Test
    void opens_with_every_scenario_in_sight() throws Exception {
        JsonNode answer = probe("", "return { rows: seen('tr.row').length, shown: pick('#shown').textContent };");
        int scenarios = new SampleReport().stories().size();
        assertThat(answer.get("rows").asInt()).isEqualTo(scenarios);
        assertThat(answer.get("shown").asText()).isEqualTo("%1$d of %1$d scenarios".formatted(scenarios));
    }

    @Test
    void finds_scenarios_by_their_words_and_keeps_them_in_the_address() throws Exception {
        JsonNode answer = probe("", """
                enter('#q', 'do.move backref');
                return { ids: seen('tr.row .id').map(e => e.textContent), groups: seen('tr.group').length, hash: location.hash };
                """);
        assertThat(answer.get("ids")).isNotEmpty().allMatch(id -> id.asText().startsWith("do.move."));
        assertThat(answer.get("groups").asInt()).isEqualTo(1);
        assertThat(answer.get("hash").asText()).isEqualTo("#q=do.move+backref");
    }

    @Test
    void says_when_nothing_matches_and_shows_all_again() throws Exception {
        JsonNode answer = probe("", """
                enter('#q', 'no such thing');
                const before = [seen('tr.row').length, seen('#nothing').length];
                pick('#reset').click();
                return [...before, seen('tr.row').length, location.hash];
                """);
        assertThat(answer.get(0).asInt()).isZero();
        assertThat(answer.get(1).asInt()).isOne();
        assertThat(answer.get(2).asInt()).isGreaterThan(500);
        assertThat(answer.get(3).asText()).isEmpty();
    }

    @Test
    void filters_by_group_mode_and_lost_rows() throws Exception {
        JsonNode answer = probe("", """
                enter('#group', 'delete-orphan');
                enter('#status', 'lost');
                choose('native');
                const rows = seen('tr.row');
                return { rows: rows.length,
                  losing: rows.filter(row => [...row.querySelectorAll('.lost')].some(e => e.getClientRects().length)).length,
                  groups: seen('tr.group').map(e => e.parentElement.dataset.group),
                  heads: seen('tr.runs b').map(e => e.textContent),
                  cells: seen('tr.row:not([hidden]) .cell').length, hash: location.hash };
                """);
        int rows = answer.get("rows").asInt();
        assertThat(rows).isPositive();
        assertThat(answer.get("losing").asInt()).isEqualTo(rows);
        assertThat(answer.get("groups").toString()).isEqualTo("[\"delete-orphan\"]");
        assertThat(answer.get("heads").toString()).isEqualTo("[\"native\",\"native\",\"native\"]");
        assertThat(answer.get("cells").asInt()).isEqualTo(rows * 3);
        assertThat(answer.get("hash").asText()).isEqualTo("#status=lost&group=delete-orphan&mode=native");
    }

    @Test
    void under_the_contract_the_sample_providers_do_not_differ() throws Exception {
        JsonNode answer = probe("#status=differs&mode=contract", "return seen('tr.row').length;");
        assertThat(answer.asInt()).isZero();
        assertThat(probe("#status=differs", "return seen('tr.row').length;").asInt())
                .isPositive();
    }

    @Test
    void a_click_on_a_cell_tells_the_story_of_that_run_and_a_second_click_closes_it() throws Exception {
        JsonNode answer = probe("", """
                const cell = row('gr.full.orm').querySelectorAll('.cell')[7];
                const tell = row('gr.full.orm').querySelector('.tell');
                cell.click();
                const answer = { expanded: tell.getAttribute('aria-expanded'), hash: location.hash,
                  next: row('gr.full.orm').nextElementSibling.id, controls: tell.getAttribute('aria-controls'),
                  boxes: seen('.drawing .box').length, keys: seen('.drawing .reference').length,
                  steps: seen('.steps li').map(e => e.textContent), chosen: pick('.card.chosen').dataset.run,
                  open: seen('.provider[aria-expanded=true]').map(e => e.textContent),
                  sql: seen('.card .dml code').map(e => e.textContent) };
                cell.click();
                return { ...answer, after: [seen('.story').length, tell.getAttribute('aria-expanded'), location.hash] };
                """);
        assertThat(answer.get("expanded").asText()).isEqualTo("true");
        assertThat(answer.get("hash").asText()).isEqualTo("#open=gr.full.orm&run=mybatis-adapter%2Fnative%2Fmapper");
        assertThat(answer.get("next").asText()).isEqualTo(answer.get("controls").asText());
        assertThat(answer.get("boxes").asInt()).isEqualTo(7);
        assertThat(answer.get("keys").asInt()).isEqualTo(6);
        assertThat(answer.get("steps").toString()).isEqualTo("[\"u = find(User, 1)\",\"remove(u)\",\"commit()\"]");
        assertThat(answer.get("chosen").asText()).isEqualTo("mybatis-adapter/native/mapper");
        assertThat(answer.get("open")).hasSize(1).allMatch(one -> one.asText().startsWith("MyBatis"));
        assertThat(answer.get("sql")).anyMatch(sql -> sql.asText().equals("delete from users where id=?"));
        assertThat(answer.get("after").toString()).isEqualTo("[0,\"false\",\"\"]");
    }

    @Test
    void a_linked_story_shows_the_lost_row_and_the_statement_that_did_it() throws Exception {
        String losing = probe("#mode=native&status=lost", "return seen('tr.row .id')[0].textContent;")
                .asText();
        JsonNode answer = probe("#open=" + losing + "&mode=native", """
                return { id: pick('.story').getAttribute('aria-label'),
                  lost: seen('.rows td.lost').map(e => e.textContent),
                  culprits: seen('.sent .culprit code').map(e => e.textContent),
                  difference: seen('.difference').map(e => e.textContent) };
                """);
        assertThat(answer.get("id").asText()).isEqualTo(losing);
        assertThat(answer.get("lost"))
                .isNotEmpty()
                .allMatch(cell -> cell.asText().equals("✗ lost"));
        assertThat(answer.get("culprits"))
                .isNotEmpty()
                .allMatch(sql -> sql.asText().toLowerCase().startsWith("delete from"));
        assertThat(answer.get("difference")).isNotEmpty();
    }

    @Test
    void folds_groups_and_is_walked_with_the_arrow_keys() throws Exception {
        JsonNode answer = probe("#group=delete-orphan", """
                const fold = seen('.fold')[0];
                fold.click();
                const folded = [seen('tr.row').length, fold.getAttribute('aria-expanded')];
                fold.click();
                fold.focus();
                press('ArrowDown');
                const first = document.activeElement.querySelector('.id').textContent;
                press('ArrowRight');
                press('ArrowDown');
                const cell = document.activeElement;
                cell.click();
                press('Escape');
                return { folded, first, second: cell.closest('tr').querySelector('.id').textContent,
                  column: cell.parentElement.cellIndex, open: seen('.story').length,
                  focus: document.activeElement.className };
                """);
        assertThat(answer.get("folded").toString()).isEqualTo("[0,\"false\"]");
        assertThat(answer.get("first").asText()).isEqualTo("do.remove.none-notnull");
        assertThat(answer.get("second").asText()).isEqualTo("do.remove.none-null");
        assertThat(answer.get("column").asInt()).isEqualTo(1);
        assertThat(answer.get("open").asInt()).isZero();
        assertThat(answer.get("focus").asText()).isEqualTo("tell");
    }

    @Test
    void tells_every_single_story_without_a_script_error() throws Exception {
        JsonNode answer = probe("", """
                pick('#fold').click();
                let told = 0;
                for (const button of document.querySelectorAll('.tell')) {
                  button.click();
                  told += document.querySelectorAll('.story svg .box').length ? 1 : 0;
                }
                return told;
                """);
        assertThat(answer.asInt()).isEqualTo(new SampleReport().stories().size());
    }

    @Test
    void fits_into_a_window_of_1280_pixels() throws Exception {
        JsonNode answer = probe("#open=gr.full.db", """
                const clipped = seen('.cell, .runs th, .rows td, .drawing').filter(e => e.scrollWidth > e.clientWidth + 1);
                return [document.documentElement.scrollWidth, window.innerWidth, clipped.map(e => e.textContent)];
                """);
        assertThat(answer.get(0).asInt()).isLessThanOrEqualTo(answer.get(1).asInt());
        assertThat(answer.get(2)).isEmpty();
    }
}
