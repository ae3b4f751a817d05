package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.eclipselink.EclipseLinkCascade;
import io.github.cascadecontract.spi.PersistenceAdapter;

class EclipseLinkConformanceTest extends CascadeConformance {
    @Override
    protected PersistenceAdapter adapter() {
        return new EclipseLinkCascade();
    }
}
