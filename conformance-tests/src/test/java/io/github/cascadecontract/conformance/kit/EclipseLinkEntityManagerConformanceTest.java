package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.eclipselink.EclipseLinkCascade;
import io.github.cascadecontract.spi.PersistenceAdapter;

class EclipseLinkEntityManagerConformanceTest extends CascadeConformance {
    @Override
    protected PersistenceAdapter adapter() {
        return new EclipseLinkCascade();
    }

    @Override
    protected Door door() {
        return Door.ENTITY_MANAGER;
    }
}
