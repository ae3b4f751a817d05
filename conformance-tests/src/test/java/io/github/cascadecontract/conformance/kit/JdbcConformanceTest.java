package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.kit.jdbc.JdbcCascade;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.Set;

class JdbcConformanceTest extends CascadeConformance {
    @Override
    protected PersistenceAdapter adapter() {
        return new JdbcCascade();
    }

    @Override
    protected Set<Ability> abilities() {
        return Ability.allBut(Ability.PARTIAL_COLLECTIONS);
    }
}
