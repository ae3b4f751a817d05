package io.github.cascadecontract.conformance.kit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the database once for all test classes of a JVM; JUnit closes it at the end. */
final class SuiteExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SuiteExtension.class);

    /** Made by JUnit. */
    SuiteExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KitSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(KitSuite.class, type -> KitSuite.open(), KitSuite.class);
    }
}
