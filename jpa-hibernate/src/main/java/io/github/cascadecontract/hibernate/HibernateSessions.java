package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

/** Opens sessions of one factory. */
final class HibernateSessions implements PersistenceSessions {
    private final CascadeContract contract;
    private final EntityManagerFactory factory;
    private final Runnable onClose;

    private HibernateSessions(CascadeContract contract, EntityManagerFactory factory, Runnable onClose) {
        this.contract = contract;
        this.factory = factory;
        this.onClose = onClose;
    }

    /** Over a factory that is closed with the result. */
    static HibernateSessions owning(CascadeContract contract, EntityManagerFactory factory) {
        return new HibernateSessions(contract, factory, factory::close);
    }

    /** Over a factory that stays open. */
    static HibernateSessions borrowing(CascadeContract contract, EntityManagerFactory factory) {
        return new HibernateSessions(contract, factory, () -> {});
    }

    @Override
    public CascadeContract contract() {
        return contract;
    }

    @Override
    public PersistenceSession open() {
        EntityManager entityManager = factory.createEntityManager();
        try {
            entityManager.getTransaction().begin();
            return new HibernateSession(entityManager);
        } catch (RuntimeException failure) {
            entityManager.close();
            throw failure;
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(factory)) return type.cast(factory);
        throw new IllegalArgumentException(
                "Hibernate offers EntityManagerFactory and SessionFactory here, not " + type);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
