package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.hibernate.HibernateCascade;
import io.github.cascadecontract.spi.PersistenceAdapter;

class HibernateConformanceTest extends CascadeConformance {
    @Override
    protected PersistenceAdapter adapter() {
        return new HibernateCascade();
    }
}
