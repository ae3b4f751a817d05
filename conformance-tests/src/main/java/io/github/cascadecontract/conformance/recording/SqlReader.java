package io.github.cascadecontract.conformance.recording;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Reads kind and tables out of SQL. Providers send the same texts again and again, so each is parsed once. */
final class SqlReader {

    private static final String COMMENTS = "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/|\\()*";
    private static final Pattern READ_HERE = Pattern.compile(
            "^" + COMMENTS + "(SELECT|INSERT|UPDATE|DELETE|WITH|TABLE|VALUES)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Two things of PostgreSQL that the parser does not know. */
    private static final Pattern ONLY = Pattern.compile("\\b(UPDATE|FROM|JOIN)\\s+ONLY\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern EMPTY_LIST = Pattern.compile("\\bSELECT\\s+FROM\\b", Pattern.CASE_INSENSITIVE);

    private final Map<String, SqlShape> known = new ConcurrentHashMap<>();
    private final Predicate<String> keyColumn;

    SqlReader(Predicate<String> keyColumn) {
        this.keyColumn = keyColumn;
    }

    SqlShape read(String sql) {
        return known.computeIfAbsent(sql, this::shape);
    }

    private SqlShape shape(String sql) {
        if (!READ_HERE.matcher(sql).matches()) {
            return SqlShape.OTHER;
        }
        Statement statement = parse(sql);
        if (statement instanceof Select select) {
            return reading(select);
        }
        if (statement instanceof Insert insert) {
            return writing(StatementKind.INSERT, insert.getTable(), insert.getWithItemsList());
        }
        if (statement instanceof Update update) {
            return writing(StatementKind.UPDATE, update.getTable(), update.getWithItemsList());
        }
        if (statement instanceof Delete delete) {
            return writing(StatementKind.DELETE, delete.getTable(), delete.getWithItemsList());
        }
        return SqlShape.OTHER;
    }

    private static Statement parse(String sql) {
        String readable =
                EMPTY_LIST.matcher(ONLY.matcher(sql).replaceAll("$1 ")).replaceAll("SELECT 1 FROM");
        try {
            return new CCJSqlParser(readable).withAllowComplexParsing(true).Statement();
        } catch (ParseException | TokenMgrException unknown) {
            throw new UnreadableStatementException(sql, unknown);
        }
    }

    private SqlShape reading(Select select) {
        return WritingWith.in(select.getWithItemsList())
                .map(WritingWith::shape)
                .orElseGet(() -> new SelectReader(keyColumn).read(select));
    }

    private static SqlShape writing(StatementKind kind, Table target, @Nullable List<WithItem<?>> with) {
        Set<String> tables = new HashSet<>(Set.of(SqlNames.of(target)));
        WritingWith.in(with).ifPresent(writing -> tables.addAll(writing.tables()));
        return new SqlShape(kind, tables, Set.of());
    }
}
