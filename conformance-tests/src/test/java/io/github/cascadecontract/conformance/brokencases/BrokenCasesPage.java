package io.github.cascadecontract.conformance.brokencases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page as Markdown: what is the same for all cases stands here, all else comes from the runs. */
final class BrokenCasesPage {
    private static final String PAGE = """
            # Broken cases

            Mappings that look right and are not. Each is run on a real PostgreSQL by the build: this page shows the code as it is compiled, the
            statements as they were sent, the errors as they were raised and the rows as they were left. Then the same mended. The build fails
            when a case no longer breaks or is no longer mended.

            - *Natively* is the provider's own `EntityManager`, with the mapping said in the provider's own settings and nothing of the contract.
              MyBatis is a plain mapper, where that tells something. (%1$s.)
            - *Contract* is the mended form on all three adapters: same rows, same doers. The statements shown are those of the Hibernate adapter.
              The contract does not guess what a wrong mapping meant; where it refuses it, the page shows the error too.

            | case | %2$s | contract |
            | --- | --- | --- | --- | --- |
            %3$s

            In the tables `1→2` is post 1 of user 2, and what is not as wanted is bold. `-- 2 times` counts executions, in a batch or not.
            %4$s""";

    private final List<CaseRun> runs;

    BrokenCasesPage(List<CaseRun> runs) {
        this.runs = runs;
    }

    String text() {
        return PAGE.formatted(
                providers(Provider::version, ", "),
                providers(Provider::toString, " | "),
                runs.stream().map(BrokenCasesPage::line).collect(Collectors.joining("\n")),
                runs.stream().map(run -> new CaseSection(run).text()).collect(Collectors.joining()));
    }

    private static String providers(Function<Provider, String> told, String between) {
        return Arrays.stream(Provider.values()).map(told).collect(Collectors.joining(between));
    }

    private static String line(CaseRun run) {
        String title = run.story().title();
        return "| [%s](#%s) | %s | %s |"
                .formatted(
                        title,
                        anchor(title),
                        providers(provider -> ending(run.brokenEndings(), provider), " | "),
                        ending(run.mendedEndings(), Provider.HIBERNATE));
    }

    private static String ending(Map<Provider, Ending> endings, Provider provider) {
        return endings.containsKey(provider) ? endings.get(provider).toString() : "";
    }

    /** Browsers know a heading by its words in small letters. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
