package io.github.cascadecontract.check;

import io.github.cascadecontract.finding.Finding;
import java.util.stream.Stream;

/** Looks for one kind of finding. Depends on nothing but its subject. */
interface Check {
    Stream<Finding> findings(Subject subject);
}
