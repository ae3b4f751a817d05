package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.CascadeContract;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;

/** Puts a session factory under a contract. */
final class ContractIntegrator implements Integrator {
    private final CascadeContract contract;

    ContractIntegrator(CascadeContract contract) {
        this.contract = contract;
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        BootModel model = new BootModel(metadata);
        MissedDeletes missed = new MissedDeletes();
        model.edit(contract, new ContractModel(model, missed));
        CountedServices.install(factory.getServiceRegistry());
        new Listeners(factory.getEventListenerRegistry()).register(contract, missed);
    }
}
