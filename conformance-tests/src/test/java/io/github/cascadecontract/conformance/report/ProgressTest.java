package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;

    private Progress progress(Screen screen) {
        return new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> now, screen);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private void scenarios(Progress.Line line, int count, int secondsEach) {
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(secondsEach);
            line.scenarioDone();
        }
    }

    @Test
    void prints_plain_lines_at_most_every_three_seconds_and_one_at_the_end() {
        try (Progress.Line line = progress(Screen.PLAIN).start("hibernate", 8)) {
            scenarios(line, 8, 1);
        }
        assertThat(printed()).isEqualTo("""
                hibernate: 3 of 8
                hibernate: 6 of 8
                hibernate: 8 of 8 in 8.0 s
                """);
    }

    @Test
    void a_quick_run_prints_its_end_only() {
        try (Progress.Line line = progress(Screen.PLAIN).start("hibernate", 500)) {
            scenarios(line, 500, 0);
        }
        assertThat(printed()).isEqualTo("hibernate: 500 of 500 in 0.0 s\n");
    }

    @Test
    void a_run_that_was_cut_short_says_how_far_it_came() {
        try (Progress.Line line = progress(Screen.PLAIN).start("hibernate", 5)) {
            scenarios(line, 2, 1);
        }
        assertThat(printed()).isEqualTo("hibernate: 2 of 5 in 2.0 s\n");
    }

    @Test
    void a_terminal_line_is_rewritten_and_a_longer_one_covered() {
        Progress progress = progress(Screen.TERMINAL);
        Progress.Line slow = progress.start("a long name", 10);
        scenarios(slow, 3, 1);
        try (Progress.Line quick = progress.start("b", 1)) {
            scenarios(quick, 1, 1);
        }
        assertThat(printed()).isEqualTo("\ra long name: 3 of 10\rb: 1 of 1 in 1.0 s  \n");
    }
}
