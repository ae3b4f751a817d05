package io.github.cascadecontract.mapping;

import java.lang.invoke.MethodType;

final class Primitives {
    private Primitives() {}

    static Class<?> wrap(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
