package io.github.cascadecontract.conformance.model;

import io.github.cascadecontract.conformance.report.Bytecode;
import java.util.Map;

/** Changes the code of entity classes as a provider does it when they are built. */
@FunctionalInterface
interface BytecodeChange {
    /**
     * Returns the changed code.
     *
     * @param code of all classes of a model, by their names
     * @param classes a class loader that has them unchanged
     */
    Map<String, byte[]> of(Map<String, byte[]> code, ClassLoader classes);

    /** Returns the change of that name; only then the provider's classes must be there. */
    static BytecodeChange named(Bytecode bytecode) {
        return switch (bytecode) {
            case PLAIN -> (code, classes) -> code;
            case ENHANCED -> new HibernateEnhancement();
            case WOVEN -> new EclipseLinkWeaving();
        };
    }
}
