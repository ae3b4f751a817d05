package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.error.UnitOfWorkStateException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;

/** The session of a unit of work as an application's mappers get it: everything but the end of the transaction. */
final class SharedSqlSession {
    private static final Set<String> ENDINGS = Set.of("commit", "rollback", "close");

    private SharedSqlSession() {}

    static SqlSession of(SqlSession session) {
        return (SqlSession) Proxy.newProxyInstance(
                SharedSqlSession.class.getClassLoader(),
                new Class<?>[] {SqlSession.class},
                (proxy, method, arguments) -> call(session, (SqlSession) proxy, method, arguments));
    }

    private static Object call(SqlSession session, SqlSession proxy, Method method, Object[] arguments)
            throws Throwable {
        if (ENDINGS.contains(method.getName()))
            throw new UnitOfWorkStateException(
                    "%s is refused: this SqlSession belongs to a unit of work. Call %1$s of the unit of work instead."
                            .formatted(method.getName()),
                    null);
        if (method.getName().equals("getMapper"))
            return session.getConfiguration().getMapper((Class<?>) arguments[0], proxy);
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
