package io.github.cascadecontract.conformance.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints what a comparison found in a few lines. */
public final class ConsoleTable {
    private static final List<String> HEAD = List.of(
            "adapter", "mode", "door", "passed", "decided", "failed", "open", "unsupported", "not portable", "seconds");
    private static final int WORDS = 3;

    private ConsoleTable() {}

    /**
     * Prints one line for each run, then how many removals were planned first, then each open question and each contract failure in one sentence. What a provider
     * fails by itself is counted only: it is no failure of the contract.
     *
     * @param report what was found
     * @param out where to print
     */
    public static void print(ComparisonReport report, PrintStream out) {
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        report.runs().forEach(run -> lines.add(line(run)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        lines.forEach(line -> out.println(aligned(line, widths)));
        planned(report, out);
        sentences(report, List.of(Mode.values()), Status.OPEN, "Open questions", out);
        sentences(report, List.of(Mode.CONTRACT), Status.FAIL, "Contract failures", out);
    }

    private static List<String> line(Run run) {
        List<String> line =
                new ArrayList<>(List.of(run.adapter(), run.kind(), run.door().text()));
        for (Status status : Status.values()) {
            line.add(String.valueOf(run.count(status)));
        }
        line.add(String.format(Locale.ROOT, "%.1f", run.seconds()));
        return line;
    }

    private static String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String space = " ".repeat(widths[column] - line.get(column).length());
            text.append(column == 0 ? "" : "  ");
            text.append(column < WORDS ? line.get(column) + space : space + line.get(column));
        }
        return text.toString().stripTrailing();
    }

    private static void planned(ComparisonReport report, PrintStream out) {
        for (Run run : report.runs()) {
            List<String> lines = PlannedLines.of(run.results());
            for (int line = 0; line < lines.size(); line++) {
                out.println((line == 0 ? run.title() + ", " : "") + lines.get(line));
            }
        }
    }

    private static void sentences(
            ComparisonReport report, List<Mode> modes, Status status, String title, PrintStream out) {
        List<String> sentences = new ArrayList<>();
        for (Run run : report.runs()) {
            if (modes.contains(run.mode())) {
                run.results().stream()
                        .filter(result -> result.status() == status)
                        .forEach(result -> sentences.add(sentence(run, result)));
            }
        }
        if (!sentences.isEmpty()) {
            out.println();
            out.println(title + " (" + sentences.size() + "):");
            sentences.forEach(out::println);
        }
    }

    private static String sentence(Run run, Result result) {
        String rule = result.rule() == null ? "" : " [" + result.rule() + "]";
        return "  " + result.scenario() + rule + ", " + run.title() + ": " + result.difference();
    }
}
