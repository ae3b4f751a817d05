package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.IntegrityViolationException.Kind;
import io.github.cascadecontract.error.IntegrityViolationException.Violation;
import io.github.cascadecontract.error.StaleEntityException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        return inChain(failure, CascadeException.class::isInstance)
                .<RuntimeException>map(CascadeException.class::cast)
                .or(() -> inChain(failure, OptimisticLockException.class::isInstance)
                        .map(lock -> new StaleEntityException("entity", failure)))
                .or(() -> inChain(failure, FailureTranslator::hasState)
                        .map(SQLException.class::cast)
                        .map(sql -> translate(sql, failure)))
                .orElse(failure);
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
                .map(FailureTranslator::nameOf)
                .findFirst()
                .orElse(null);
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

    /** Walks causes and, of SQL exceptions, the chain of next exceptions. */
    private static Optional<Throwable> inChain(Throwable start, Function<Throwable, Boolean> wanted) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = start; cause != null && seen.add(cause); cause = next(cause)) {
            if (wanted.apply(cause)) return Optional.of(cause);
        }
        return Optional.empty();
    }

    private static @Nullable Throwable next(Throwable cause) {
        if (cause instanceof SQLException sql && sql.getNextException() != null) return sql.getNextException();
        return cause.getCause();
    }
}
