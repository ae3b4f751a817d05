package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.CatalogColumn;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A key has the type of the id. Texts of different names are the same to PostgreSQL, a longer key is as good, and so are
 * other digits of a number.
 */
final class KeyTypes implements Check {
    private static final Pattern TYPE = Pattern.compile("([^(]+)(?:\\((\\d+)[^)]*\\))?(.*)");
    private static final Pattern TEXT = Pattern.compile("text|character varying");

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.placed()
                .flatMap(key -> IntStream.range(0, key.columns().size())
                        .filter(i -> differs(column(key, i), parentColumn(key, i)))
                        .mapToObj(i -> finding(key, column(key, i), parentColumn(key, i))));
    }

    private static CatalogColumn column(PlacedKey key, int position) {
        return key.table().column(key.columns().get(position)).orElseThrow();
    }

    private static CatalogColumn parentColumn(PlacedKey key, int position) {
        return key.parent().column(key.parentColumns().get(position)).orElseThrow();
    }

    private static boolean differs(CatalogColumn column, CatalogColumn referenced) {
        if (!name(column).equals(name(referenced))) return true;
        OptionalInt length = length(column);
        return name(column).equals("text")
                && length.isPresent()
                && (length(referenced).isEmpty()
                        || length.getAsInt() < length(referenced).getAsInt());
    }

    private static Finding finding(PlacedKey key, CatalogColumn column, CatalogColumn referenced) {
        String sentence = "Column %s of %s is %s, the id %s of %s that it refers to is %s."
                .formatted(
                        column.name(),
                        key.table().readable(),
                        column.type(),
                        referenced.name(),
                        key.parent().readable(),
                        referenced.type());
        String change = "TYPE %s USING %s::%s"
                .formatted(referenced.type(), Identifier.quoted(column.name()), referenced.type());
        return key.finding(
                FindingCode.KEY_TYPE_DIFFERS, sentence, Mend.columns(key.table(), List.of(column.name()), change));
    }

    private static String name(CatalogColumn column) {
        Matcher type = TYPE.matcher(column.type());
        if (!type.matches()) return column.type();
        String name = (type.group(1) + type.group(3)).strip();
        return TEXT.matcher(name).matches() ? "text" : name;
    }

    private static OptionalInt length(CatalogColumn column) {
        Matcher type = TYPE.matcher(column.type());
        return type.matches() && type.group(2) != null
                ? OptionalInt.of(Integer.parseInt(type.group(2)))
                : OptionalInt.empty();
    }
}
