package io.github.cascadecontract.spi;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Listens to a statement for what its batches affect; providers look at it, if at all, but do not tell. */
public final class CountedBatch implements InvocationHandler {
    private final PreparedStatement statement;
    private final LongConsumer rows;

    private CountedBatch(PreparedStatement statement, LongConsumer rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /**
     * The same statement, overheard.
     *
     * @param rows is told the number of rows of each batch
     */
    public static PreparedStatement of(PreparedStatement statement, LongConsumer rows) {
        return (PreparedStatement) Proxy.newProxyInstance(
                CountedBatch.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new CountedBatch(statement, rows));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            Object result = method.invoke(statement, arguments);
            if (result instanceof int[] counts) rows.accept(sum(counts));
            return result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /** A driver that has joined inserts to one does not count them one by one, but each is one row. */
    private static long sum(int[] counts) {
        return IntStream.of(counts)
                .mapToLong(count -> count == Statement.SUCCESS_NO_INFO ? 1 : Math.max(count, 0))
                .sum();
    }
}
