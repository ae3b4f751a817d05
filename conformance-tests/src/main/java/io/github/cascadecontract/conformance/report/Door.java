package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The interface through which a scenario was driven. */
public enum Door {
    /** The project's own unit of work. */
    UNIT_OF_WORK,
    /** A plain {@code EntityManager}. */
    ENTITY_MANAGER,
    /** MyBatis mappers. */
    MAPPER;

    /**
     * The name used in results.json and on the page.
     *
     * @return {@code unit-of-work}, {@code entity-manager} or {@code mapper}
     */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
