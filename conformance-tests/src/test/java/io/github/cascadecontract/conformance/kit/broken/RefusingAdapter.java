package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.util.List;
import javax.sql.DataSource;

/** An adapter that takes no mapping at all. */
final class RefusingAdapter implements PersistenceAdapter {
    private final RuntimeException refusal;

    RefusingAdapter() {
        this(new UnsupportedMappingException("refusing", List.of("User.posts: lists")));
    }

    RefusingAdapter(RuntimeException refusal) {
        this.refusal = refusal;
    }

    @Override
    public String name() {
        return "refusing";
    }

    @Override
    public String provider() {
        return "none";
    }

    @Override
    public String providerVersion() {
        return "0";
    }

    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        throw refusal;
    }
}
