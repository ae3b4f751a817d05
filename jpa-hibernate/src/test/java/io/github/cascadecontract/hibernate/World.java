package io.github.cascadecontract.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** A schema with tables and rows, and units of work over it whose statements are recorded. */
final class World implements AutoCloseable {
    private final HikariDataSource pool;
    private final Recorder recorder = new Recorder();
    private final UnitOfWorkFactory units;

    private World(CascadeContract contract, Mode mode, String... sql) {
        this.pool = Postgres.pool(Postgres.newSchema(), 2);
        execute(sql);
        this.units = UnitOfWorkFactory.over(new HibernateCascade().connect(contract, recorded(), mode));
    }

    static World of(CascadeContract contract, String... sql) {
        return new World(contract, Mode.CONTRACT, sql);
    }

    static World natively(CascadeContract contract, String... sql) {
        return new World(contract, Mode.NATIVE, sql);
    }

    UnitOfWorkFactory units() {
        return units;
    }

    HikariDataSource pool() {
        return pool;
    }

    DataSource recorded() {
        return ProxyDataSourceBuilder.create(pool).listener(recorder).build();
    }

    /** Runs work in a transaction and returns what was sent. */
    List<String> sentBy(Consumer<UnitOfWork> work) {
        recorder.clear();
        units.inTransaction(work);
        return recorder.all();
    }

    /** What was sent since the last call of {@link #sentBy} or this. */
    List<String> sent() {
        List<String> sent = recorder.all();
        recorder.clear();
        return sent;
    }

    void execute(String... sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : sql) statement.execute(text);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The rows of a query, their columns joined by commas. */
    List<String> rows(String query) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++)
                    columns.add(String.valueOf(result.getObject(i)));
                rows.add(String.join(",", columns));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        units.close();
        pool.close();
    }
}
