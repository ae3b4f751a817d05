package io.github.cascadecontract.conformance;

import io.github.cascadecontract.error.AdapterLookupException;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Which adapters are compared.
 *
 * @param names comma-separated names; empty for all on the class path
 */
record AdapterSelection(String names) {
    static final String PROPERTY = "cascade.adapters";

    static AdapterSelection fromSystemProperties() {
        return new AdapterSelection(System.getProperty(PROPERTY, ""));
    }

    /** Returns the adapters by name; a name that is not there is an error that lists those that are. */
    List<PersistenceAdapter> adapters() {
        List<PersistenceAdapter> found = ServiceLoader.load(PersistenceAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(PersistenceAdapter::name))
                .toList();
        List<String> wanted = Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        List<PersistenceAdapter> selected = found.stream()
                .filter(adapter -> wanted.isEmpty() || wanted.contains(adapter.name()))
                .toList();
        if (selected.isEmpty() || selected.size() < wanted.size()) {
            throw new AdapterLookupException(
                    "-D%s=%s: the class path has %s. Correct the names, or add the adapter's dependency."
                            .formatted(PROPERTY, names, found.isEmpty() ? "no adapter" : listed(found)));
        }
        return selected;
    }

    private static String listed(List<PersistenceAdapter> adapters) {
        return adapters.stream().map(PersistenceAdapter::name).collect(Collectors.joining(", "));
    }
}
