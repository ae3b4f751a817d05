package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.InheritanceMapping;
import jakarta.persistence.DiscriminatorType;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.ibatis.type.IntegerTypeHandler;
import org.apache.ibatis.type.StringTypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * The column that tells which entity class of a hierarchy in one table a row is of.
 *
 * @param column the column
 * @param value what it holds for this class, null for an abstract one
 */
record Discriminator(SqlColumn column, @Nullable Object value) {
    private static final ColumnType TEXT =
            new ColumnType(String.class, new StringTypeHandler(), ArrayElement.of(String.class));
    private static final ColumnType NUMBER =
            new ColumnType(Integer.class, new IntegerTypeHandler(), ArrayElement.of(Integer.class));

    /** Of an entity, null if it stands alone. */
    static @Nullable Discriminator of(EntityModel entity) {
        InheritanceMapping inheritance = entity.mapping().inheritance();
        if (inheritance == null || inheritance.discriminatorColumn() == null) return null;
        boolean isNumber = inheritance.discriminatorType() == DiscriminatorType.INTEGER;
        SqlColumn column = new SqlColumn(inheritance.discriminatorColumn(), isNumber ? NUMBER : TEXT);
        String value = inheritance.discriminatorValue();
        return new Discriminator(column, value == null || !isNumber ? value : Integer.valueOf(value));
    }

    /** Whether a row is of this class; a column of fixed length has blanks behind the value. */
    boolean is(Object found) {
        return value != null && value.toString().equals(found.toString().stripTrailing());
    }

    /** A condition that a row is of one of the given classes. */
    static String condition(String prefix, List<Discriminator> classes) {
        String values = classes.stream()
                .filter(each -> each.value() != null)
                .map(Discriminator::literal)
                .collect(Collectors.joining(", "));
        return "%s.%s IN (%s)".formatted(prefix, classes.get(0).column().name(), values);
    }

    private String literal() {
        return value instanceof Integer
                ? value.toString()
                : "'" + String.valueOf(value).replace("'", "''") + "'";
    }
}
