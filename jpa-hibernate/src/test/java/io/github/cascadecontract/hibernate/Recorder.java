package io.github.cascadecontract.hibernate;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/** What was sent, as {@code verb table xrows}; a row that was asked for but not there does not count. */
final class Recorder implements QueryExecutionListener {
    private final List<String> statements = new ArrayList<>();

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Only what was done counts.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (!execution.isSuccess()) return;
        String sql = queries.get(0).getQuery();
        statements.add(verbAndTable(sql) + (sql.startsWith("select") ? "" : " x" + rows(execution)));
    }

    List<String> all() {
        return List.copyOf(statements);
    }

    void clear() {
        statements.clear();
    }

    private static int rows(ExecutionInfo execution) {
        Object result = execution.getResult();
        if (result instanceof int[] counts)
            return Arrays.stream(counts)
                    .map(count -> count == Statement.SUCCESS_NO_INFO ? 1 : count)
                    .sum();
        return result instanceof Integer count ? count : 0;
    }

    private static String verbAndTable(String sql) {
        String[] words = sql.toLowerCase(Locale.ROOT).split("[\\s(]+");
        return switch (words[0]) {
            case "update" -> "update " + words[1];
            case "select" -> "select " + after(words, "from");
            default -> words[0] + " " + words[2];
        };
    }

    private static String after(String[] words, String word) {
        int at = Arrays.asList(words).indexOf(word);
        return at < 0 ? "" : words[at + 1];
    }
}
