package io.github.cascadecontract.conformance.brokencases;

import java.util.List;
import java.util.function.Consumer;

/**
 * One way to write a case.
 *
 * @param tables the tables that it runs on
 * @param entities the entity classes
 * @param snippets what the page shows of it, mapping first
 * @param code what runs in one transaction
 * @param <W> what the code is given
 */
record Form<W>(Tables tables, List<Class<?>> entities, List<Snippet> snippets, Consumer<W> code) {
    Form {
        entities = List.copyOf(entities);
        snippets = List.copyOf(snippets);
    }

    Class<?>[] entityClasses() {
        return entities.toArray(Class<?>[]::new);
    }
}
