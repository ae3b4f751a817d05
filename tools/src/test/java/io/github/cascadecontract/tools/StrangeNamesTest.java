package io.github.cascadecontract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables and entities may be called anything. */
class StrangeNamesTest {
    private static final Pattern MERMAID_SIGN = Pattern.compile("#(\\d+);");

    static Stream<String> names() {
        return Stream.of(
                "\"Weird \"\" name\"",
                "<b>bold</b>",
                "a|b",
                "]]>",
                "</title><script>alert(1)</script>",
                "&amp; &#35; #35; ${x} @if(true)",
                "Ünïcödé 表 😀",
                "first\nsecond\r\nthird\ttabbed",
                "style a:#b;",
                "end",
                "`code` **bold**");
    }

    @ParameterizedTest
    @MethodSource("names")
    void in_text_a_line_stays_a_line(String name) {
        assertThat(PlanFormat.TEXT.of(Plans.named(name)).lines()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("names")
    void in_json_they_are_what_they_are(String name) throws JsonProcessingException {
        JsonNode blocked = new ObjectMapper()
                .readTree(PlanFormat.JSON.of(Plans.named(name)))
                .at("/roots/0/below/0");
        assertThat(blocked.at("/place/table").asText()).isEqualTo(name);
        assertThat(blocked.at("/obstacle/sentence").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void in_mermaid_they_stay_within_their_label(String name) {
        String text = PlanFormat.MERMAID.of(Plans.named(name));
        String label = text.lines()
                .filter(line -> line.startsWith("  n1[\""))
                .findFirst()
                .orElseThrow();
        String first = label.substring("  n1[\"".length(), label.indexOf("<br/>"));
        assertThat(first).doesNotContain("\"", "<", "`", "#;");
        assertThat(unescaped(first)).isEqualTo(name);
        assertThat(label).endsWith("\"]:::blocked");
    }

    @ParameterizedTest
    @MethodSource("names")
    void in_svg_they_are_text(String name) {
        Svg svg = Svg.read(PlanFormat.SVG.of(Plans.named(name)));
        assertThat(svg.texts("box nobody").get(0)).isEqualTo(normalised(name));
        assertThat(svg.first("title").getTextContent()).isEqualTo("remove %1$s %1$s".formatted(normalised(name)));
        assertThat(svg.all("script", "")).isEmpty();
    }

    private static String unescaped(String label) {
        return MERMAID_SIGN
                .matcher(label)
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1)))));
    }

    /** XML reads every end of a line as a line feed. */
    private static String normalised(String name) {
        return name.replace("\r\n", "\n");
    }
}
