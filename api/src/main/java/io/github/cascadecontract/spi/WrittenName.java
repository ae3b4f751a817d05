package io.github.cascadecontract.spi;

import io.github.cascadecontract.catalog.Identifier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of a table as statements write it, with or without schema. */
final class WrittenName {
    private static final Pattern PART = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^\".]+");

    private WrittenName() {}

    /** As texts for people name it: each part as it is stored, in quotes where it is not plain. */
    static String readable(String written) {
        return PART.matcher(written)
                .results()
                .map(MatchResult::group)
                .map(Identifier::stored)
                .map(Identifier::readable)
                .collect(Collectors.joining("."));
    }
}
