package io.github.cascadecontract.conformance.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The units of work of a scenario, one after the other. The next one begins when it is needed. */
final class UnitsOfWork implements AutoCloseable {
    private final Supplier<DoorSession> opener;
    private @Nullable DoorSession current;
    private final ReportedRows reported = new ReportedRows();
    private boolean committed;
    private boolean rolledBack;

    UnitsOfWork(Supplier<DoorSession> opener) {
        this.opener = opener;
    }

    boolean isOpen() {
        return current != null;
    }

    DoorSession current() {
        DoorSession open = current == null ? opener.get() : current;
        current = open;
        return open;
    }

    /** A commit that fails leaves the unit of work where it is: it can only be rolled back. */
    void commit() {
        current().commit();
        reported.add(current().reports());
        committed = true;
        end();
    }

    void rollback() {
        if (current != null) {
            current.rollback();
        }
        rolledBack = true;
        end();
    }

    /** What became of it, if no step has failed. */
    String outcome() {
        if (committed) {
            return "committed";
        }
        return rolledBack ? "rolled_back" : "not_committed";
    }

    /** What the flushes of those that were committed say of themselves. */
    ReportedRows reported() {
        return reported;
    }

    private void end() {
        DoorSession ended = current;
        current = null;
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public void close() {
        end();
    }
}
