package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.kit.jdbc.JdbcCascade;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.util.List;
import javax.sql.DataSource;

/** An adapter that takes no lists. */
final class PickyAdapter implements PersistenceAdapter {
    private final PersistenceAdapter good = new JdbcCascade();

    @Override
    public String name() {
        return "picky";
    }

    @Override
    public String provider() {
        return good.provider();
    }

    @Override
    public String providerVersion() {
        return good.providerVersion();
    }

    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        List<String> problems = contract.entities().stream()
                .flatMap(entity -> entity.relations().stream())
                .filter(Relation::isCollection)
                .map(relation -> relation + ": lists")
                .toList();
        if (!problems.isEmpty()) {
            throw new UnsupportedMappingException(name(), problems);
        }
        return good.connect(contract, dataSource, mode);
    }
}
