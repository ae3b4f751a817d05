package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;

/** Writes a report as JSON, one result a line: small, and still fit for {@code grep} and {@code diff}. */
final class ResultsJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private ResultsJson() {}

    static void write(ComparisonReport report, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            suite(report.suite(), json);
            json.writeArrayFieldStart("runs");
            for (Run run : report.runs()) {
                json.writeRawValue("\n" + written(run));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void suite(Suite suite, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("suite");
        json.writeStringField("scenarios", suite.scenarios());
        json.writeStringField("started", suite.started().toString());
        for (Map.Entry<String, String> version : suite.versions().entrySet()) {
            json.writeStringField(version.getKey(), version.getValue());
        }
        json.writeEndObject();
    }

    private static String written(Run run) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("adapter", run.adapter());
            json.writeStringField("provider", run.provider());
            json.writeStringField("version", run.version());
            json.writeStringField("mode", run.mode().text());
            json.writeStringField("bytecode", run.bytecode().text());
            json.writeStringField("door", run.door().text());
            json.writeNumberField("seconds", run.seconds());
            json.writeArrayFieldStart("results");
            for (Result result : run.results()) {
                json.writeRawValue("\n" + JSON.writeValueAsString(result));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
