package io.github.cascadecontract.hibernate;

import java.util.function.UnaryOperator;
import org.hibernate.engine.jdbc.batch.spi.BatchBuilder;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.service.Service;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.service.spi.ServiceBinding;
import org.hibernate.service.spi.ServiceInitiator;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/** Puts what counts rows in front of the services that send Hibernate's statements, an application's own ones too. */
final class CountedServices {
    private final ServiceRegistry services;

    CountedServices(ServiceRegistry services) {
        this.services = services;
    }

    /** Called before a persister asks for them. */
    static void install(ServiceRegistryImplementor services) {
        wrap(services.locateServiceBinding(MutationExecutorService.class), CountedServices::counting);
        wrap(services.locateServiceBinding(BatchBuilder.class), CountedServices::counting);
    }

    /** Whether they count; not where somebody had asked for them earlier. */
    boolean count() {
        return services.getService(MutationExecutorService.class) instanceof CountingExecutors
                && services.getService(BatchBuilder.class) instanceof CountingBatches;
    }

    private static MutationExecutorService counting(MutationExecutorService found) {
        return found instanceof CountingExecutors ? found : new CountingExecutors(found);
    }

    private static BatchBuilder counting(BatchBuilder found) {
        return found instanceof CountingBatches ? found : new CountingBatches(found);
    }

    private static <S extends Service> void wrap(@Nullable ServiceBinding<S> binding, UnaryOperator<S> wrapper) {
        if (binding == null) return;
        if (binding.getService() == null) start(binding);
        binding.setService(wrapper.apply(binding.getService()));
    }

    private static <S extends Service> void start(ServiceBinding<S> binding) {
        ServiceBinding.ServiceLifecycleOwner owner = binding.getLifecycleOwner();
        ServiceInitiator<S> initiator = binding.getServiceInitiator();
        if (initiator == null) return;
        binding.setService(owner.initiateService(initiator));
        owner.configureService(binding);
        owner.injectDependencies(binding);
        owner.startService(binding);
    }
}
