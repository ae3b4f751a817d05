package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A scenario that was tried.
 *
 * @param result how it came out
 * @param attempt what was seen
 */
public record Trial(Result result, Attempt attempt) {
    /** As written if that is as it should be or not the only thing that is not; else the first way that came out otherwise. */
    Trial with(Map<Variant, Trial> others) {
        Trial shown = result.status().isDifferent() ? this : firstBad(others);
        List<String> sentences = new ArrayList<>();
        if (shown == this && result.difference() != null) {
            sentences.add(result.difference());
        }
        others.forEach((variant, trial) -> {
            if (trial.result.status().isDifferent()) {
                sentences.add(sentence(variant, trial));
            }
        });
        String difference = sentences.isEmpty() ? null : String.join(" ", sentences);
        return new Trial(shown.result.with(difference, statuses(others)), shown.attempt);
    }

    /** The same, with the reason why it was not planned first although it removes. */
    Trial unplanned(String reason) {
        return new Trial(result.unplanned(reason), attempt);
    }

    private Trial firstBad(Map<Variant, Trial> others) {
        return others.values().stream()
                .filter(trial -> trial.result.status() == Status.FAIL)
                .findFirst()
                .or(() -> others.values().stream()
                        .filter(trial -> trial.result.status() == Status.OPEN)
                        .findFirst())
                .orElse(this);
    }

    private String sentence(Variant variant, Trial trial) {
        String words = variant.words().substring(0, 1).toUpperCase(Locale.ROOT)
                + variant.words().substring(1);
        return Objects.equals(trial.result.difference(), result.difference())
                ? words + ": the same."
                : words + ": " + trial.result.difference();
    }

    private static Map<String, Status> statuses(Map<Variant, Trial> others) {
        Map<String, Status> statuses = new TreeMap<>();
        others.forEach((variant, trial) -> statuses.put(variant.text(), trial.result.status()));
        return statuses;
    }
}
