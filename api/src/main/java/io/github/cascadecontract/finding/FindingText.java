package io.github.cascadecontract.finding;

/**
 * What is written about one code.
 *
 * @param severity how much it matters
 * @param what what is found
 * @param harm why it hurts
 * @param remedy what to do about it
 */
record FindingText(Severity severity, String what, String harm, String remedy) {
    static FindingText error(String what) {
        return new FindingText(Severity.ERROR, what, "", "");
    }

    static FindingText warning(String what) {
        return new FindingText(Severity.WARNING, what, "", "");
    }

    static FindingText info(String what) {
        return new FindingText(Severity.INFO, what, "", "");
    }

    FindingText hurts(String text) {
        return new FindingText(severity, what, text, remedy);
    }

    FindingText mend(String text) {
        return new FindingText(severity, what, harm, text);
    }
}
