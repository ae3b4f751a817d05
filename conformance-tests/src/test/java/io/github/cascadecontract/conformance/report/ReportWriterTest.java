package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    @Test
    void writes_both_files(@TempDir Path folder) throws IOException {
        SampleReport sample = new SampleReport();
        Path target = folder.resolve("new/comparison");
        ReportWriter.write(sample.report(), sample.stories(), target);
        ReportWriter.write(sample.report(), sample.stories(), target);
        try (var files = Files.list(target)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("results.json", "index.html");
        }
        assertThat(target.resolve("results.json")).content().startsWith("{\"suite\":{");
        assertThat(target.resolve("index.html"))
                .content()
                .startsWith("<!doctype html>")
                .endsWith("</html>\n");
    }

    @Test
    void a_file_that_cannot_be_finished_leaves_the_old_one(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("index.html"), "old");
        assertThatThrownBy(() -> NewFile.write(file, out -> {
                    out.write("half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }
}
