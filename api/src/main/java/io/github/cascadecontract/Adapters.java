package io.github.cascadecontract;

import io.github.cascadecontract.error.AdapterLookupException;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds adapters on the class path. */
final class Adapters {
    private static final String DEPENDENCIES =
            "io.github.cascadecontract:cascade-jpa-hibernate, cascade-jpa-eclipselink or cascade-mybatis-adapter";

    private Adapters() {}

    static PersistenceAdapter only() {
        List<PersistenceAdapter> found = all();
        if (found.isEmpty())
            throw new AdapterLookupException(
                    "No persistence adapter is on the class path. Add one dependency: " + DEPENDENCIES + ".");
        if (found.size() > 1)
            throw new AdapterLookupException(
                    "More than one persistence adapter is on the class path: %s. Keep one dependency, or name the adapter: UnitOfWorkFactory.open(\"%s\", contract, dataSource)."
                            .formatted(names(found), found.get(0).name()));
        return found.get(0);
    }

    static PersistenceAdapter named(String name) {
        List<PersistenceAdapter> found = all();
        return found.stream()
                .filter(adapter -> adapter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AdapterLookupException(
                        "No persistence adapter named '%s' is on the class path; found: %s. Correct the name or add its dependency: %s."
                                .formatted(name, found.isEmpty() ? "none" : names(found), DEPENDENCIES)));
    }

    private static List<PersistenceAdapter> all() {
        return ServiceLoader.load(PersistenceAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static String names(List<PersistenceAdapter> adapters) {
        return adapters.stream().map(PersistenceAdapter::name).sorted().collect(Collectors.joining(", "));
    }
}
