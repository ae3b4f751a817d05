package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * The adapter for MyBatis.
 *
 * <p>An application that has a {@link SqlSessionFactory} keeps it, its mappers, type handlers and plugins:
 *
 * <pre>{@code
 * UnitOfWorkFactory factory = MyBatisCascade.factory(contract, sqlSessionFactory);
 * factory.inTransaction(work -> {
 *     User user = work.find(User.class, 1L);
 *     user.getPosts().remove(0);
 *     work.unwrap(SqlSession.class).getMapper(AuditMapper.class).note("post removed");
 * });
 * }</pre>
 *
 * <p>Statements for the entities of the contract are generated. Where the configuration has a statement
 * {@code <entity class>Mapper.<operation>}, that one is used instead: {@code selectByIds} and {@code deleteByIds}, whose
 * parameter is {@code {ids: [...]}}, and {@code insert}, {@code update} and {@code delete}, whose parameter is the entity;
 * an entity with one of the last three is written row by row. An {@code insert} of an entity with generated id writes the
 * id that it is given, or is declared with {@code useGeneratedKeys}.
 *
 * <p>{@link SqlSession} and its mappers, got by {@code unwrap}, work on the connection and in the transaction of the unit of
 * work. They see what was flushed, not what is pending, and what they write is not noticed by managed entities.
 */
public final class MyBatisCascade implements PersistenceAdapter {
    static final String NAME = "mybatis";

    /** Made by {@link java.util.ServiceLoader}, or by an application that prefers to name its adapter. */
    public MyBatisCascade() {}

    /**
     * Units of work on an application's own factory.
     *
     * @param contract what to fulfil
     * @param factory opens the sessions; statements are added to its configuration, and it is never closed
     * @throws UnsupportedMappingException if the contract has a mapping that the adapter does not take
     */
    public static UnitOfWorkFactory factory(CascadeContract contract, SqlSessionFactory factory) {
        return UnitOfWorkFactory.over(underContract(contract, factory));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String provider() {
        return "MyBatis";
    }

    @Override
    public String providerVersion() {
        String version = SqlSession.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        Configuration configuration =
                new Configuration(new Environment(NAME, new JdbcTransactionFactory(), dataSource));
        return switch (mode) {
            case CONTRACT -> underContract(contract, new SqlSessionFactoryBuilder().build(configuration));
            case NATIVE -> NativeSession.factory(contract, configuration);
        };
    }

    private static PersistenceSessions underContract(CascadeContract contract, SqlSessionFactory factory) {
        AdapterModel model = AdapterModel.of(contract, factory.getConfiguration());
        return new MyBatisSessions(contract, factory, transaction -> new ContractSession(model, transaction));
    }
}
