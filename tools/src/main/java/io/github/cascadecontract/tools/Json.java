package io.github.cascadecontract.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.finding.Severity;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import io.github.cascadecontract.rule.Rule;
import java.util.Map;

/** Values as JSON. What differs from their records is told here, so that the records need not know JSON. */
final class Json {
    private static final int DEEPEST = 100_000;
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .addModule(new Jdk8Module())
            .addMixIn(RemovalPlan.class, PlanShape.class)
            .addMixIn(Finding.class, FindingShape.class)
            .addMixIn(Rule.class, ById.class)
            .addMixIn(FindingCode.class, ById.class)
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private Json() {}

    static String of(Object value) {
        try {
            return WRITER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "%s cannot be written as JSON".formatted(value.getClass().getName()), unwritable);
        }
    }

    @JsonPropertyOrder({"entity", "id", "blocked", "totals", "notes", "roots"})
    private interface PlanShape {
        @JsonProperty
        Map<String, RowTotals> totals();
    }

    @JsonPropertyOrder({"code", "severity"})
    private interface FindingShape {
        @JsonProperty
        Severity severity();

        @JsonProperty
        String where();
    }

    private interface ById {
        @JsonValue
        String id();
    }
}
