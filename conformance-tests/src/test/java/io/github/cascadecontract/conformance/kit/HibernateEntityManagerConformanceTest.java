package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.hibernate.HibernateCascade;
import io.github.cascadecontract.spi.PersistenceAdapter;

class HibernateEntityManagerConformanceTest extends CascadeConformance {
    @Override
    protected PersistenceAdapter adapter() {
        return new HibernateCascade();
    }

    @Override
    protected Door door() {
        return Door.ENTITY_MANAGER;
    }
}
