package io.github.cascadecontract.memory;

/** Makes entities as a provider does: through the constructor without arguments, then the id. */
final class Instances {
    private Instances() {}

    static Object make(RowKey row) {
        try {
            var constructor = row.model().type().getDeclaredConstructor();
            constructor.setAccessible(true);
            Object entity = constructor.newInstance();
            row.model().mapping().id().attribute().set(entity, row.id());
            return entity;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(row.model() + " needs a constructor without arguments", failed);
        }
    }
}
