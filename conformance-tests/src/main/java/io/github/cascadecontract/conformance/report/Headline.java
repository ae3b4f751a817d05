package io.github.cascadecontract.conformance.report;

import java.util.stream.IntStream;

/**
 * What one provider does, in numbers.
 *
 * @param provider its name and version
 * @param byItself all its native runs
 * @param underContract all its contract runs
 */
record Headline(String provider, Tally byItself, Tally underContract) {
    static Headline of(Run first, PageTable table) {
        return new Headline(
                first.provider() + " " + first.version(),
                tally(first.adapter(), Mode.NATIVE, table),
                tally(first.adapter(), Mode.CONTRACT, table));
    }

    private static Tally tally(String adapter, Mode mode, PageTable table) {
        return IntStream.range(0, table.columns().size())
                .filter(column -> table.columns().get(column).adapter().equals(adapter))
                .filter(column -> table.columns().get(column).mode() == mode)
                .mapToObj(table::tally)
                .reduce(Tally.NONE, Tally::plus);
    }
}
