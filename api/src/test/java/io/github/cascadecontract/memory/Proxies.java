package io.github.cascadecontract.memory;

/** Makes a lazy reference where the entity class has a subclass beside it that is called {@code <Entity>Proxy}. */
final class Proxies {
    private Proxies() {}

    static Object make(RowKey row) {
        try {
            Class<?> type = Class.forName(row.model().type().getName() + "Proxy");
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object proxy = constructor.newInstance();
            row.model().mapping().id().attribute().set(proxy, row.id());
            return proxy;
        } catch (ClassNotFoundException eager) {
            return null;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(row.model() + " has a proxy class that cannot be made", failed);
        }
    }
}
