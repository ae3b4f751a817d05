package io.github.cascadecontract.benchmarks;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;

/** Runs all measurements and prints them. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes no arguments; {@code -Dcascade.database} chooses the server as for the suite. */
    public static void main(String[] arguments) throws Exception {
        try (TestDatabase database = TestDatabase.open();
                Schema schema = database.createSchema("benchmarks")) {
            System.out.println(database.description());
            Blog blog = Blog.create(schema);
            PassiveRemoval removal = new PassiveRemoval(blog);
            removal.countStatements(10, 10_000);
            removal.measure(10_000, new Rounds(10, 31));
            removal.measure(100_000, new Rounds(3, 11));
            PlanCost plan = new PlanCost(blog);
            plan.measure(1_000, new Rounds(10, 31));
            plan.measure(100_000, new Rounds(3, 11));
            plan.measure(1_000_000, new Rounds(1, 3));
            plan.measureTree(10_000, new Rounds(2, 5));
            new CleanFlush(blog).measure(10_000, new Rounds(10, 31));
        }
    }
}
