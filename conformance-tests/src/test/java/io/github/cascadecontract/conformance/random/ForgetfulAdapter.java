package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;

/** An adapter that forgets to remove comments. */
record ForgetfulAdapter(PersistenceAdapter adapter) implements PersistenceAdapter {
    @Override
    public String name() {
        return "forgetful";
    }

    @Override
    public String provider() {
        return adapter.provider();
    }

    @Override
    public String providerVersion() {
        return adapter.providerVersion();
    }

    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        PersistenceSessions sessions = adapter.connect(contract, dataSource, mode);
        return wrapped(PersistenceSessions.class, sessions);
    }

    private static <T> T wrapped(Class<T> type, T target) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean forgets = method.getName().equals("remove")
                            && arguments[0].getClass().getSimpleName().startsWith("Comment");
                    try {
                        Object result = forgets ? null : method.invoke(target, arguments);
                        return result instanceof PersistenceSession session
                                ? wrapped(PersistenceSession.class, session)
                                : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
