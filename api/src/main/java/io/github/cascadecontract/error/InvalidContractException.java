package io.github.cascadecontract.error;

import java.util.List;
import java.util.stream.Collectors;

/** A contract cannot be built; the message lists all of its problems at once (rule DEC-5). */
public final class InvalidContractException extends CascadeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> problems;

    /**
     * Refuses a contract.
     *
     * @param problems all problems found, at least one
     */
    public InvalidContractException(List<Refusal> problems) {
        super(text(problems), null);
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the classes given. */
    public List<Refusal> problems() {
        return problems;
    }

    private static String text(List<Refusal> problems) {
        return problems.stream()
                .map(problem -> "\n  - " + problem.message())
                .collect(Collectors.joining("", "The contract has " + problems.size() + " problem(s):", ""));
    }
}
