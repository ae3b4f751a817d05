package io.github.cascadecontract.assertj;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.finding.Severity;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a contract and its database. What is said by {@link #ignoring} and {@link #failingAt} holds for what
 * follows in the same chain.
 *
 * <pre>{@code
 * assertThat(contract)
 *         .ignoring(FindingCode.KEY_WITHOUT_INDEX, "Post.editor")
 *         .matches(dataSource);
 * }</pre>
 */
public final class CascadeContractAssert extends AbstractAssert<CascadeContractAssert, CascadeContract> {
    private Predicate<Finding> ignored = finding -> false;
    private Severity severity = Severity.WARNING;

    CascadeContractAssert(@Nullable CascadeContract actual) {
        super(actual, CascadeContractAssert.class);
    }

    /** Findings of these codes do not count, wherever they are. */
    public CascadeContractAssert ignoring(FindingCode... codes) {
        ignored = ignored.or(finding -> List.of(codes).contains(finding.code()));
        return this;
    }

    /**
     * This finding does not count.
     *
     * @param code what
     * @param where the place as {@link Finding#where} tells it: {@code User.posts}, or a table that the mapping does not know
     */
    public CascadeContractAssert ignoring(FindingCode code, String where) {
        ignored =
                ignored.or(finding -> finding.code() == code && finding.where().equals(where));
        return this;
    }

    /** Findings that matter less than this do not count; without it those below {@link Severity#WARNING}. */
    public CascadeContractAssert failingAt(Severity least) {
        severity = least;
        return this;
    }

    /**
     * Mapping and database agree. A failure lists what does not, each with the SQL that mends it.
     *
     * @param dataSource where a connection comes from; it is given back
     * @throws io.github.cascadecontract.error.DatabaseException if the database does not let its catalogue be read
     */
    public CascadeContractAssert matches(DataSource dataSource) {
        isNotNull();
        return require(actual.check(dataSource));
    }

    /** The mapping by itself is sound; no database is asked. */
    public CascadeContractAssert hasSoundMapping() {
        isNotNull();
        return require(actual.check());
    }

    private CascadeContractAssert require(CheckReport report) {
        CheckReport left = report.without(ignored);
        new CheckReportAssert(left).as(info.description()).hasNothingAtLeast(severity);
        return this;
    }
}
