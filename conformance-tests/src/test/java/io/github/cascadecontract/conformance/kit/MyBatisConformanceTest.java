package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.mybatis.MyBatisCascade;
import io.github.cascadecontract.spi.PersistenceAdapter;

class MyBatisConformanceTest extends CascadeConformance {
    @Override
    protected PersistenceAdapter adapter() {
        return new MyBatisCascade();
    }
}
