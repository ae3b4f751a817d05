package io.github.cascadecontract.conformance.scenario;

/** A scenario file cannot be used. The message names file, scenario and what is wrong; nothing was run. */
public final class ScenarioFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioFileException(String message) {
        super(message);
    }

    ScenarioFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
