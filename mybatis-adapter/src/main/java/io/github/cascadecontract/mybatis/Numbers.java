package io.github.cascadecontract.mybatis;

/** Whole numbers in the type that an id or version has. */
final class Numbers {
    private Numbers() {}

    static Object convert(long number, ColumnType type) {
        if (type.javaType() == Integer.class) return Math.toIntExact(number);
        if (type.javaType() == Short.class) {
            short small = (short) number;
            if (small != number) throw new ArithmeticException("short overflow");
            return small;
        }
        return number;
    }
}
