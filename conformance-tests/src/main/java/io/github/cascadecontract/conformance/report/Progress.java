package io.github.cascadecontract.conformance.report;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Shows how far each run is, at most every few seconds. On a terminal the line is rewritten in place; anywhere else each
 * update is a line of its own. May be used by several threads; runs may overlap.
 */
public final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final PrintStream out;
    private final InstantSource clock;
    private final Screen screen;
    private int width;

    Progress(PrintStream out, InstantSource clock, Screen screen) {
        this.out = out;
        this.clock = clock;
        this.screen = screen;
    }

    /**
     * Progress on a stream, rewritten in place if a person sits at a terminal.
     *
     * @param out where to print
     * @return a new progress
     */
    public static Progress on(PrintStream out) {
        return new Progress(out, InstantSource.system(), Screen.here());
    }

    /**
     * Begins a run.
     *
     * @param run its title
     * @param scenarios how many scenarios it has
     * @return its line; close it when the run has ended
     */
    public Line start(String run, int scenarios) {
        return new Line(run, scenarios);
    }

    private synchronized void update(String text) {
        if (screen == Screen.TERMINAL) {
            out.print("\r" + padded(text));
            out.flush();
        } else {
            out.println(text);
        }
    }

    private synchronized void finish(String text) {
        out.println(screen == Screen.TERMINAL ? "\r" + padded(text) : text);
        width = 0;
    }

    /** Blanks cover what is left of a longer line. */
    private String padded(String text) {
        String padded = text + " ".repeat(Math.max(0, width - text.length()));
        width = text.length();
        return padded;
    }

    /** The line of one run. */
    public final class Line implements AutoCloseable {
        private final String run;
        private final int scenarios;
        private final Instant started = clock.instant();
        private Instant shown = started;
        private int done;

        private Line(String run, int scenarios) {
            this.run = run;
            this.scenarios = scenarios;
        }

        /** Counts one more scenario, and shows the count if the last one shown is old enough. */
        public synchronized void scenarioDone() {
            done++;
            Instant now = clock.instant();
            if (done < scenarios && Duration.between(shown, now).compareTo(PAUSE) >= 0) {
                shown = now;
                update("%s: %d of %d".formatted(run, done, scenarios));
            }
        }

        /** Shows the final count and how long it took. */
        @Override
        public synchronized void close() {
            double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
            finish(String.format(Locale.ROOT, "%s: %d of %d in %.1f s", run, done, scenarios, seconds));
        }
    }
}
