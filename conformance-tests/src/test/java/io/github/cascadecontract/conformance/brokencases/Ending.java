package io.github.cascadecontract.conformance.brokencases;

/** How a run ended for whoever wanted something of it. */
enum Ending {
    /** The rows are as they should be. */
    RIGHT("right"),
    /** There was an error, and nothing was written. */
    REFUSED("error"),
    /** It was committed, and the rows are not as they should be. */
    SILENTLY_WRONG("**silently wrong**");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
