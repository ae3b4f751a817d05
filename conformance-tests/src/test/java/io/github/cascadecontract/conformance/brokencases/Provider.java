package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.Locale;
import java.util.ServiceLoader;

/** The providers that the page compares, in its order. */
enum Provider {
    HIBERNATE("Hibernate"),
    ECLIPSELINK("EclipseLink"),
    MYBATIS("MyBatis");

    private final String title;

    Provider(String title) {
        this.title = title;
    }

    PersistenceAdapter adapter() {
        return ServiceLoader.load(PersistenceAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(adapter -> adapter.name().equals(name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    String version() {
        return title + " " + adapter().providerVersion();
    }

    @Override
    public String toString() {
        return title;
    }
}
