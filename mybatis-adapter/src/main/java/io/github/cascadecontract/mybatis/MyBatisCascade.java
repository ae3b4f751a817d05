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
 * parameter is {@code {ids: [...]}} (of a composite id its objects), and {@code insert}, {@code update} and
 * {@code delete}, whose parameter is the entity; an entity with one of the last three is written row by row. An
 * {@code insert} of an entity with generated id writes the id that it is given, or is declared with
 * {@code useGeneratedKeys}.
 *
 * <p>Lifecycle callbacks and entity listeners are called once for each entity that is loaded or written, never for rows that
 * the database or a set statement handles. What comes after a statement ({@code @PostPersist}, {@code @PostUpdate},
 * {@code @PostRemove}) is called when the whole flush was sent.
 *
 * <p>{@link SqlSession} and its mappers, got by {@code unwrap}, work on the connection and in the transaction of the unit of
 * work. They see what was flushed, not what is pending, and what they write is not noticed by managed entities.
 *
 * <p>A reference that is not loaded, and every entity with an inverse one-to-one, is an instance of a generated subclass that
 * loads when one of its methods is called; its fields, read directly, are empty until then. A final class, one with a final
 * method or a private constructor cannot have a subclass: references to it are loaded together with the rows that refer.
 *
 * <p>Refused when the factory is built, with class and attribute: {@code @ElementCollection}, {@code @OrderColumn},
 * {@code @Lob}, {@code @Id} on a relation, inheritance with JOINED tables, converters named on a class or for an id,
 * generated ids of other kinds than IDENTITY, SEQUENCE and UUID, collections of other types than List, Set, Collection and
 * Map, versions of other types than whole numbers, Instant and LocalDateTime, and types without a type handler.
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

    /**
     * {@inheritDoc}
     *
     * <p>{@link Mode#NATIVE} is MyBatis with plain mappers: persist and remove send the statement of one row at once, and
     * nothing else is ever written, unless the caller runs the statement {@code <entity class>Mapper.update} with the entity
     * as its parameter through the {@link SqlSession} that the session's {@code unwrap} returns.
     */
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
