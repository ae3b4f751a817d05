package io.github.cascadecontract.conformance;

import io.github.cascadecontract.conformance.report.Bytecode;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.Mode;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Run;
import io.github.cascadecontract.conformance.run.AdapterProbe;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scenarios are run on.
 *
 * @param adapter the adapter
 * @param mode who decides
 * @param bytecode what is done to the entity classes
 * @param probe what the adapter has shown of itself
 */
record LegSetting(PersistenceAdapter adapter, Mode mode, Bytecode bytecode, AdapterProbe probe) {
    /** Names what is to be done to the classes: {@code plain}, {@code enhanced}, {@code woven}; without it, all of them. */
    static final String BYTECODE = "cascade.bytecode";

    /** Returns the contract, with the classes in each way that the provider knows, and then the provider by itself. */
    static List<LegSetting> of(PersistenceAdapter adapter, Environments environments) {
        AdapterProbe governed = environments.probe(adapter, io.github.cascadecontract.spi.Mode.CONTRACT);
        AdapterProbe alone = environments.probe(adapter, io.github.cascadecontract.spi.Mode.NATIVE);
        Set<Bytecode> wanted = wanted();
        Stream<LegSetting> underContract = governed.bytecodes().stream()
                .filter(wanted::contains)
                .map(bytecode -> new LegSetting(adapter, Mode.CONTRACT, bytecode, governed));
        return Stream.concat(underContract, Stream.of(new LegSetting(adapter, Mode.NATIVE, Bytecode.PLAIN, alone)))
                .toList();
    }

    /**
     * Returns what {@value #BYTECODE} names.
     *
     * @throws IllegalArgumentException if it names something else
     */
    static Set<Bytecode> wanted() {
        String names = System.getProperty(BYTECODE, "").strip();
        return names.isEmpty()
                ? EnumSet.allOf(Bytecode.class)
                : Arrays.stream(names.split(","))
                        .map(String::strip)
                        .map(LegSetting::named)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Bytecode.class)));
    }

    private static Bytecode named(String name) {
        return Arrays.stream(Bytecode.values())
                .filter(bytecode -> bytecode.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "-D%s: '%s' is none of plain, enhanced, woven".formatted(BYTECODE, name)));
    }

    ConnectedModel connect(ModelSettings model, Environments environments) {
        return ConnectedModel.open(
                environments.of(model, bytecode),
                adapter,
                io.github.cascadecontract.spi.Mode.valueOf(mode.name()),
                probe.references());
    }

    String title(Door door) {
        return run(door, 0, List.of()).title();
    }

    Run run(Door door, double seconds, List<Result> results) {
        return new Run(
                adapter.name(), adapter.provider(), adapter.providerVersion(), mode, bytecode, door, seconds, results);
    }
}
