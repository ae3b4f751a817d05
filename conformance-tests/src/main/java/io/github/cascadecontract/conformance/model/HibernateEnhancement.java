package io.github.cascadecontract.conformance.model;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.spi.BytecodeProvider;

/** Hibernate's bytecode enhancement as its build plugins do it by default: lazy attributes and dirty tracking. */
final class HibernateEnhancement implements BytecodeChange {
    @Override
    public Map<String, byte[]> of(Map<String, byte[]> code, ClassLoader classes) {
        BytecodeProvider provider = ServiceLoader.load(BytecodeProvider.class, BytecodeProvider.class.getClassLoader())
                .findFirst()
                .orElseThrow();
        Enhancer enhancer = provider.getEnhancer(new Context(classes));
        code.forEach(enhancer::discoverTypes);
        Map<String, byte[]> enhanced = new HashMap<>(code);
        enhanced.replaceAll((name, plain) -> {
            byte[] changed = enhancer.enhance(name, plain);
            return changed == null ? plain : changed;
        });
        return enhanced;
    }

    private static final class Context extends DefaultEnhancementContext {
        private final ClassLoader classes;

        Context(ClassLoader classes) {
            this.classes = classes;
        }

        @Override
        public ClassLoader getLoadingClassLoader() {
            return classes;
        }

        /** Keeping both sides of a pair equal is up to the scenario. */
        @Override
        public boolean doBiDirectionalAssociationManagement(UnloadedField field) {
            return false;
        }
    }
}
