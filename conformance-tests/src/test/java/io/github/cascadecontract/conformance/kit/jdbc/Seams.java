package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.spi.PersistenceView;
import java.util.function.UnaryOperator;

/**
 * Where a test may put a fault: between the contract and the engine, between the engine and its view, between the engine's steps and
 * their execution.
 */
public record Seams(
        UnaryOperator<CascadeContract> contract,
        UnaryOperator<PersistenceView> view,
        UnaryOperator<StepHandler> steps) {
    static final Seams NONE = new Seams(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    /** A fault in what the engine is told to do. */
    public static Seams contract(UnaryOperator<CascadeContract> fault) {
        return new Seams(fault, NONE.view, NONE.steps);
    }

    /** A fault in what the engine is told about the unit of work. */
    public static Seams view(UnaryOperator<PersistenceView> fault) {
        return new Seams(NONE.contract, fault, NONE.steps);
    }

    /** A fault in what is done of what the engine decided. */
    public static Seams steps(UnaryOperator<StepHandler> fault) {
        return new Seams(NONE.contract, NONE.view, fault);
    }
}
