package io.github.cascadecontract.conformance.brokencases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each mistake still breaks natively, each mending still mends, and the page tells what was seen. */
class BrokenCasesTest {
    private static final String WRITE = "cascade.write-docs";
    private static final Path FILE = Path.of("..", "docs", "broken-cases.md");
    private static final List<BrokenCase> CASES = List.of(
            new NoCascade(),
            new NoOrphanRemoval(),
            new PassiveWithoutAction(),
            new RemoveAgainstSetNull(),
            new SetNullAfterALook(),
            new RemoveOnManyToMany(),
            new CascadeOnManyToOne(),
            new MovedChild(),
            new UndoneRemoval(),
            new ReplacedList());

    private static List<CaseRun> runs = List.of();

    @BeforeAll
    static void playAllCases() {
        try (TestDatabase database = TestDatabase.open()) {
            Play play = new Play(database);
            runs = CASES.stream().map(play::run).toList();
        }
    }

    @ParameterizedTest
    @FieldSource("runs")
    void a_case_breaks_natively(CaseRun run) {
        assertThat(run.brokenEndings())
                .containsKeys(Provider.HIBERNATE, Provider.ECLIPSELINK)
                .values()
                .containsAnyOf(Ending.REFUSED, Ending.SILENTLY_WRONG);
    }

    @ParameterizedTest
    @FieldSource("runs")
    void a_case_is_mended_on_every_adapter(CaseRun run) {
        assertThat(run.mendedEndings())
                .containsOnlyKeys(Provider.values())
                .allSatisfy((provider, ending) ->
                        assertThat(ending).as(provider.toString()).isEqualTo(Ending.RIGHT));
    }

    @ParameterizedTest
    @FieldSource("runs")
    void who_acts_under_the_contract_does_not_depend_on_the_adapter(CaseRun run) {
        assertThat(run.mendedDoers()).hasSize(1);
        assertThat(run.unmendedDoers()).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("runs")
    void an_error_leaves_every_row_as_it_was(CaseRun run) {
        assertThat(run.natively()).allSatisfy((provider, seen) -> {
            if (seen.raised() != null) assertThat(seen.rows()).isEqualTo(seen.before());
        });
    }

    @Test
    void the_page_tells_what_was_seen() throws IOException {
        String text = new BrokenCasesPage(runs).text();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "docs/broken-cases.md is generated. After a change of cases or providers:%n"
                                + "./mvnw -q -pl conformance-tests -am test-compile surefire:test@default-test"
                                + " -Dtest=BrokenCasesTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        WRITE)
                .isEqualTo(text);
    }
}
