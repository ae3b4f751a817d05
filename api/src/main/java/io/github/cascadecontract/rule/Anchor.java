package io.github.cascadecontract.rule;

import java.util.Objects;

/**
 * Where a document of others speaks about the same thing; the contract may decide otherwise.
 *
 * @param origin whose document it is
 * @param section the section, with its number if it has one, or the setting
 * @param address where to read it: the section itself, or the nearest one above it that has a lasting address
 */
public record Anchor(Origin origin, String section, String address) {
    /** Checks that nothing is missing. */
    public Anchor {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(address, "address");
    }

    /** Whose document an anchor points into. */
    public enum Origin {
        /** The documentation of the object-relational mapper whose behaviour was recorded. */
        SQLALCHEMY("SQLAlchemy 2.0"),
        /** The specification whose words the contract uses. */
        JAKARTA_PERSISTENCE("Jakarta Persistence 3.2");

        private final String title;

        Origin(String title) {
            this.title = title;
        }

        /** Returns the name with the version that was read. */
        public String title() {
            return title;
        }
    }
}
