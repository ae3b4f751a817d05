package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.conformance.brokencases.Preview.Known;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One case with all that was seen of it.
 *
 * @param played the case
 * @param natively the broken form by provider; MyBatis only where the case has a plain mapper
 * @param known what can be known of the broken form before it is run
 * @param unmended the broken form under the contract
 * @param underContract the mended form by adapter
 */
record CaseRun(
        BrokenCase played,
        Map<Provider, Seen> natively,
        Known known,
        Map<Provider, Seen> unmended,
        Map<Provider, Seen> underContract) {
    CaseRun {
        natively = new EnumMap<>(natively);
        unmended = new EnumMap<>(unmended);
        underContract = new EnumMap<>(underContract);
    }

    Story story() {
        return played.story();
    }

    /** How the broken form ended with each provider that was asked. */
    Map<Provider, Ending> brokenEndings() {
        return endings(natively);
    }

    /** How the mended form ended on each adapter. */
    Map<Provider, Ending> mendedEndings() {
        return endings(underContract);
    }

    private Map<Provider, Ending> endings(Map<Provider, Seen> runs) {
        Map<Provider, Ending> endings = new EnumMap<>(Provider.class);
        runs.forEach((provider, seen) -> endings.put(provider, seen.ending(story().wanted())));
        return endings;
    }

    /** What the mended form did on the adapters: one entry if all agree. */
    Set<String> mendedDoers() {
        return doers(underContract);
    }

    /** What the broken form did under the contract: one entry if the adapters agree. */
    Set<String> unmendedDoers() {
        return doers(unmended);
    }

    private static Set<String> doers(Map<Provider, Seen> runs) {
        return runs.values().stream()
                .map(seen ->
                        "%s; client: %s; database: %s".formatted(seen.raised(), seen.byClient(), seen.byDatabase()))
                .collect(Collectors.toSet());
    }

    /** What the contract makes of the broken form, on any adapter. */
    Seen brokenUnderContract() {
        return unmended.get(Provider.HIBERNATE);
    }

    /** What all adapters have left and done; the statements are those of Hibernate's. */
    Seen mended() {
        return underContract.get(Provider.HIBERNATE);
    }

    @Override
    public String toString() {
        return story().title();
    }
}
