package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.Expectation;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Random scenarios by number: a number always names the same scenario. Consecutive numbers share a model.
 */
public final class RandomScenarios {
    /** How many consecutive numbers share a model. */
    public static final int PER_MODEL = 50;

    private static final Expectation UNKNOWN = new Expectation("", null, null, null, null, null, Map.of());

    private RandomScenarios() {}

    /** Returns the model that the scenario of that number has. */
    public static ModelSettings model(long number) {
        return RandomModel.next(new Dice(number / PER_MODEL));
    }

    /**
     * Returns a scenario, without an expectation.
     *
     * @param number its number
     * @param model the model of that number
     */
    public static Scenario scenario(long number, ModelSettings model) {
        Dice dice = new Dice(~number);
        Map<String, List<Map<String, @Nullable Object>>> seed = RandomSeed.next(dice, model);
        return new Scenario(
                "random." + number,
                "random",
                "random sequence %d, pairs written on %s".formatted(number, words(writing(number))),
                model,
                seed,
                RandomSteps.next(dice, model, seed),
                UNKNOWN);
    }

    static String words(PairWriting writing) {
        return writing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns how the scenario of that number writes pairs. */
    public static PairWriting writing(long number) {
        return number % 2 == 0 ? PairWriting.BOTH_SIDES : PairWriting.NAMED_SIDE;
    }
}
