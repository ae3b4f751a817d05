package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.junit.jupiter.api.Test;

/** A type that only the application can read and write: its rows go one by one, with the application's type handler. */
class OwnTypeHandlerTest {
    private static final String DDL =
            "CREATE TABLE price (id int PRIMARY KEY, version int, amount int, currency text); CREATE TABLE deleted (id int)";

    @Test
    void its_columns_are_written_with_the_handler_and_all_others_set_wise() {
        try (TestSchema schema = new TestSchema(DDL)) {
            UnitOfWorkFactory factory = factory(schema);
            factory.inTransaction(work ->
                    List.of(1, 2, 3).forEach(id -> work.persist(new Price(id, Currency.getInstance("EUR")))));
            assertThat(schema.sent()).containsExactly("INSERT Price", "INSERT Price", "INSERT Price");

            factory.inTransaction(work -> {
                for (int id = 1; id <= 3; id++) work.find(Price.class, id).amount = 10 * id;
                schema.sent();
                work.flush();
                assertThat(schema.sent()).containsExactly("UPDATE Price");
                work.find(Price.class, 1).currency = Currency.getInstance("USD");
                work.find(Price.class, 2).currency = null;
            });
            assertThat(schema.column(
                            "SELECT id || ':' || version || amount || coalesce(currency, '?') FROM price ORDER BY id"))
                    .containsExactly("1:210=USD", "2:220?", "3:130=EUR");
        }
    }

    @Test
    void an_own_set_wise_delete_is_used() {
        try (TestSchema schema = new TestSchema(DDL)) {
            UnitOfWorkFactory factory = factory(schema);
            factory.inTransaction(work -> {
                work.persist(new Price(1, null));
                work.persist(new Price(2, null));
                work.flush();
                work.remove(work.find(Price.class, 1));
                work.remove(work.find(Price.class, 2));
            });
            assertThat(schema.column("SELECT id FROM deleted ORDER BY id")).containsExactly("1", "2");
        }
    }

    private static UnitOfWorkFactory factory(TestSchema schema) {
        Configuration configuration =
                new Configuration(new Environment("own", new JdbcTransactionFactory(), schema.dataSource()));
        configuration.setUseGeneratedKeys(true);
        configuration.getTypeHandlerRegistry().register(Currency.class, new CurrencyHandler());
        configuration.addMapper(PriceMapper.class);
        return MyBatisCascade.factory(
                CascadeContract.of(Price.class), new SqlSessionFactoryBuilder().build(configuration));
    }

    interface PriceMapper {
        @Delete(
                "<script>WITH gone AS (DELETE FROM price WHERE id IN <foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach> RETURNING id) INSERT INTO deleted SELECT id FROM gone</script>")
        int deleteByIds(@Param("ids") Integer[] ids);
    }

    @Entity(name = "Price")
    static class Price {
        @Id
        int id;

        @Version
        Integer version;

        int amount;

        Currency currency;

        Price() {}

        Price(int id, Currency currency) {
            this.id = id;
            this.currency = currency;
        }
    }

    /** Writes another text than the type's own. */
    static final class CurrencyHandler extends BaseTypeHandler<Currency> {
        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, Currency value, JdbcType type)
                throws SQLException {
            statement.setString(index, "=" + value.getCurrencyCode());
        }

        @Override
        public Currency getNullableResult(ResultSet rows, String column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : Currency.getInstance(text.substring(1));
        }

        @Override
        public Currency getNullableResult(ResultSet rows, int column) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Currency getNullableResult(CallableStatement call, int column) {
            throw new UnsupportedOperationException();
        }
    }
}
