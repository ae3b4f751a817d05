package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import javax.sql.DataSource;

/**
 * An adapter over plain JDBC, as an example of what {@code docs/kit.md} asks for: an identity map, snapshots, lazy lists, and for
 * everything that is to be decided the engine. Entities are public classes with field access and a getter and a setter for each
 * attribute.
 */
public final class JdbcCascade implements PersistenceAdapter {
    private final Seams seams;

    /** The adapter as it should be. */
    public JdbcCascade() {
        this(Seams.NONE);
    }

    /** The adapter with something in between. */
    public JdbcCascade(Seams seams) {
        this.seams = seams;
    }

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public String provider() {
        return "JDBC";
    }

    @Override
    public String providerVersion() {
        return "4.3";
    }

    /** There is no provider that could do something by itself, so both modes are one. */
    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        MappingCheck.check(contract);
        return new JdbcSessions(seams.contract().apply(contract), dataSource, seams);
    }
}
