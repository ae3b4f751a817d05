package io.github.cascadecontract.cli;

import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Findings that somebody has looked at and accepts.
 *
 * @param code what
 * @param where the place as {@link Finding#where} tells it, null for any
 */
record Ignored(FindingCode code, @Nullable String where) implements Predicate<Finding> {
    @Override
    public boolean test(Finding finding) {
        return finding.code() == code && (where == null || finding.where().equals(where));
    }

    @Override
    public String toString() {
        return where == null ? code.id() : code.id() + ":" + where;
    }

    /** Reads {@code code} or {@code code:Entity.attribute}. */
    static final class Converter implements ITypeConverter<Ignored> {
        @Override
        public Ignored convert(String value) {
            String[] parts = value.split(":", 2);
            return new Ignored(code(parts[0]), parts.length == 1 ? null : parts[1]);
        }

        private static FindingCode code(String id) {
            return Arrays.stream(FindingCode.values())
                    .filter(code -> code.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no finding '%s', but: %s"
                            .formatted(
                                    id,
                                    Arrays.stream(FindingCode.values())
                                            .map(FindingCode::id)
                                            .collect(Collectors.joining(", ")))));
        }
    }
}
