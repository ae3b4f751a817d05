package io.github.cascadecontract.conformance.scenario;

/**
 * Where in a file something is wrong.
 *
 * @param file the file's name
 * @param at the scenario and the part of it, such as {@code scenario 'do.move', step 2}
 */
record Place(String file, String at) {
    static Place of(String file) {
        return new Place(file, "");
    }

    Place scenario(String id) {
        return new Place(file, "scenario '" + id + "'");
    }

    Place in(String part) {
        return new Place(file, at.isEmpty() ? part : at + ", " + part);
    }

    ScenarioFileException wrong(String what) {
        return new ScenarioFileException(at.isEmpty() ? file + ": " + what : file + ", " + at + ": " + what);
    }
}
