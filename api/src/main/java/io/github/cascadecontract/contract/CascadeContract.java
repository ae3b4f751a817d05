package io.github.cascadecontract.contract;

import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.removal.RemovalPlan;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * What shall happen to the children: the cascade settings of all relations of a set of entity classes, read from their
 * Jakarta Persistence annotations and those of this library, linked, and validated as a whole. Immutable and thread-safe.
 *
 * <pre>{@code
 * CascadeContract contract = CascadeContract.of(User.class, Post.class);
 * }</pre>
 */
public final class CascadeContract {
    private final Map<Class<?>, EntityModel> entities;
    private final Map<Class<?>, Optional<EntityModel>> byRuntimeClass = new ConcurrentHashMap<>();

    CascadeContract(Collection<EntityModel> models) {
        Map<Class<?>, EntityModel> byType = new LinkedHashMap<>();
        models.forEach(model -> byType.put(model.type(), model));
        this.entities = Collections.unmodifiableMap(byType);
    }

    /**
     * Reads the contract of the given entity classes.
     *
     * @param entityClasses all entities of the contract; a relation to a class outside is a problem
     * @return the contract
     * @throws InvalidContractException with all problems, if there is any (rules DEC-3 to DEC-6)
     */
    public static CascadeContract of(Class<?>... entityClasses) {
        return builder(entityClasses).build();
    }

    /**
     * Starts a contract whose settings can be overridden for single relations.
     *
     * @param entityClasses all entities of the contract
     */
    public static ContractBuilder builder(Class<?>... entityClasses) {
        return new ContractBuilder(Arrays.asList(entityClasses));
    }

    /** The entities, in the order given. */
    public List<EntityModel> entities() {
        return List.copyOf(entities.values());
    }

    /** The entity classes, in the order given. */
    public Class<?>[] entityClasses() {
        return entities.keySet().toArray(Class<?>[]::new);
    }

    /**
     * The model of a class; a proxy or other generated subclass has the model of its entity class.
     *
     * @param type any class
     * @return the model, empty if neither the class nor a superclass is an entity of this contract
     */
    public Optional<EntityModel> find(Class<?> type) {
        Optional<EntityModel> known = byRuntimeClass.get(type);
        return known != null ? known : byRuntimeClass.computeIfAbsent(type, this::search);
    }

    /**
     * The model of a class that must be an entity.
     *
     * @param type any class
     * @return the model
     * @throws IllegalArgumentException if it is not an entity of this contract
     */
    public EntityModel entity(Class<?> type) {
        return find(type)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not an entity of this contract, which has %s. Name it where the contract is built."
                                .formatted(type.getName(), entities.values())));
    }

    /**
     * What the removal of an entity would do, told without an adapter: as if it had just been found and nothing else were
     * loaded. Reads the catalogue and counts rows; changes nothing and loads no entity.
     *
     * @param connection an open connection; its transaction is used and not ended
     * @param type an entity class of this contract
     * @param id its id, for a composite one an instance of its embeddable or id class
     * @return the plan
     * @throws IllegalArgumentException if the class is not an entity of this contract, or the id is of another type
     * @throws io.github.cascadecontract.error.StaleEntityException if there is no row of that id
     * @throws io.github.cascadecontract.error.DatabaseException if the database refuses to answer, or a mapped table is missing
     */
    public RemovalPlan plan(Connection connection, Class<?> type, Object id) {
        return ContractInspector.load().plan(this, connection, type, id);
    }

    /** Checks the mapping alone, without a database. */
    public CheckReport check() {
        return ContractInspector.load().check(this);
    }

    /**
     * Checks the mapping and the database's tables and foreign keys against each other. Reads the catalogue only.
     *
     * @param dataSource where a connection comes from; it is given back
     * @return what was found, nothing if all is well
     * @throws io.github.cascadecontract.error.DatabaseException if the database does not answer or does not let its catalogue be
     *     read
     */
    public CheckReport check(DataSource dataSource) {
        return ContractInspector.load().check(this, dataSource);
    }

    private Optional<EntityModel> search(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            EntityModel model = entities.get(c);
            if (model != null) return Optional.of(model);
        }
        return Optional.empty();
    }
}
