package io.github.cascadecontract.conformance.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A Chromium that is installed here, without a window. */
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Path program;

    private Chromium(Path program) {
        this.program = program;
    }

    static Optional<Chromium> installed() {
        Optional<String> given = Optional.ofNullable(System.getProperty("cascade.chromium"));
        if (given.isPresent()) {
            return given.map(Path::of).map(Chromium::new);
        }
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /** The document as it is when all scripts have run. */
    Document open(Path page, String fragment, Path profile) throws IOException, InterruptedException {
        Path dom = profile.resolve("dom.html");
        Path log = profile.resolve("log.txt");
        Process process = new ProcessBuilder(command(page.toUri() + fragment, profile))
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("Chromium did not answer: " + Files.readString(log));
            }
        } finally {
            stop(process);
        }
        return Jsoup.parse(Files.readString(dom, StandardCharsets.UTF_8));
    }

    private List<String> command(String address, Path profile) {
        return List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile.resolve("profile"),
                "--window-size=1280,900",
                "--virtual-time-budget=5000",
                "--dump-dom",
                address);
    }

    private static void stop(Process process) {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }
}
