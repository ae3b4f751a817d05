package io.github.cascadecontract;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Sessions whose flush and commit raise what a provider might raise; all else works. */
final class FailingSessions implements PersistenceSessions {
    private final PersistenceSessions good;
    private final Throwable failure;

    FailingSessions(PersistenceSessions good, Throwable failure) {
        this.good = good;
        this.failure = failure;
    }

    @Override
    public CascadeContract contract() {
        return good.contract();
    }

    @Override
    public PersistenceSession open() {
        PersistenceSession session = good.open();
        return (PersistenceSession) Proxy.newProxyInstance(
                PersistenceSession.class.getClassLoader(),
                new Class<?>[] {PersistenceSession.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("flush") || method.getName().equals("commit")) throw failure;
                    try {
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException raised) {
                        throw raised.getCause();
                    }
                });
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return good.unwrap(type);
    }

    @Override
    public void close() {
        good.close();
    }
}
