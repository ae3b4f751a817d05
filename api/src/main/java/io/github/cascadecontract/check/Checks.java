package io.github.cascadecontract.check;

import java.util.List;

/** All checks. */
final class Checks {
    static final List<Check> ALL = List.of(
            new PassiveAction(), new DeclaredAction(), new NullingKey(), new MissingForeignKey(), new MissingIndex());

    private Checks() {}
}
