package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.IntegrityViolationException.Kind;
import io.github.cascadecontract.error.IntegrityViolationException.Violation;
import io.github.cascadecontract.error.StaleEntityException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a driver or provider raised into the library's own errors (rules TX-2, TX-3). The first cause that is told
 * from its SQLSTATE or type decides; what is not recognised is passed on as it is.
 */
public final class FailureTranslator {
    private final CascadeContract contract;

    /**
     * Makes a translator.
     *
     * @param contract names the relation over a violated key
     */
    public FailureTranslator(CascadeContract contract) {
        this.contract = contract;
    }

    /**
     * Translates a failure.
     *
     * @param failure what was raised
     * @return a {@link CascadeException} where the failure is recognised, else the failure itself
     */
    public RuntimeException translate(RuntimeException failure) {
        List<Throwable> causes = Causes.of(failure);
        return first(causes, CascadeException.class)
                .map(RuntimeException.class::cast)
                .or(() -> first(causes, OptimisticLockException.class).map(lock -> stale(lock, failure)))
                .or(() -> causes.stream()
                        .filter(FailureTranslator::hasState)
                        .map(sql -> translate((SQLException) sql, failure))
                        .filter(translated -> translated != failure)
                        .findFirst())
                .orElse(failure);
    }

    private RuntimeException stale(OptimisticLockException lock, RuntimeException failure) {
        String name = Optional.ofNullable(lock.getEntity())
                .flatMap(entity -> contract.find(entity.getClass()))
                .map(EntityModel::name)
                .orElse("entity");
        return new StaleEntityException(name, failure);
    }

    private RuntimeException translate(SQLException sql, RuntimeException failure) {
        String state = sql.getSQLState();
        if (state.startsWith("23")) return new IntegrityViolationException(violation(state, sql), failure);
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("28P01") || state.equals("3D000"))
            return new DatabaseException(
                    "The database does not answer or refuses the connection (SQLSTATE %s). Check that it runs, and the JDBC URL, user and password; then begin a new unit of work."
                            .formatted(state),
                    failure);
        if (state.equals("42P01") || state.equals("42703") || state.equals("3F000"))
            return new DatabaseException(
                    "The schema is not the one that the contract describes (SQLSTATE %s: %s). Create the table or column, or check the schema of the connection."
                            .formatted(state, firstLine(sql)),
                    failure);
        return failure;
    }

    private Violation violation(String state, SQLException sql) {
        Kind kind = switch (state) {
            case "23502" -> Kind.NOT_NULL;
            case "23503", "23001" -> Kind.FOREIGN_KEY;
            case "23505" -> Kind.UNIQUE;
            default -> Kind.OTHER;
        };
        ServerDetail detail = ServerDetail.of(sql);
        return new Violation(kind, detail.table(), detail.columnOrConstraint(), relation(detail));
    }

    private @Nullable String relation(ServerDetail detail) {
        return contract.entities().stream()
                .flatMap(entity -> entity.referringKeys().stream())
                .filter(detail::concerns)
                .max(Comparator.comparingInt(FailureTranslator::lengthOfColumns))
                .map(FailureTranslator::nameOf)
                .orElse(null);
    }

    /** The name of a constraint that contains {@code favourite_user_id} contains {@code user_id}, too. */
    private static int lengthOfColumns(ForeignKey key) {
        return key.columns().stream().mapToInt(String::length).sum();
    }

    private static String nameOf(ForeignKey key) {
        return String.valueOf(key.parentSide() == null ? key.childSide() : key.parentSide());
    }

    private static boolean hasState(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null;
    }

    private static String firstLine(SQLException sql) {
        return String.valueOf(sql.getMessage()).lines().findFirst().orElse("");
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
