package io.github.cascadecontract.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads, each of which runs one model at a time. */
final class Workers implements AutoCloseable {
    private static final int MOST = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(1, Math.min(MOST, Runtime.getRuntime().availableProcessors())));

    /** Runs all tasks and waits for them; the first failure stops the rest. */
    void run(List<Runnable> tasks) {
        List<Future<?>> running = new ArrayList<>();
        tasks.forEach(task -> running.add(threads.submit(task)));
        try {
            for (Future<?> task : running) {
                task.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The suite itself has failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The comparison was interrupted", interrupted);
        } finally {
            running.forEach(task -> task.cancel(false));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
