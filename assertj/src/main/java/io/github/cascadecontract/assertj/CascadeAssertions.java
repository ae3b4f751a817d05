package io.github.cascadecontract.assertj;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.removal.RemovalPlan;
import org.jspecify.annotations.Nullable;

/**
 * Where assertions begin. To be imported statically, beside AssertJ's own {@code assertThat} if that is needed too:
 *
 * <pre>{@code
 * import static io.github.cascadecontract.assertj.CascadeAssertions.assertThat;
 * import static org.assertj.core.api.Assertions.assertThat;
 *
 * assertThat(plan).removesByDatabase("posts", 100_000).isNotBlocked();
 * assertThat(contract).matches(dataSource);
 * }</pre>
 */
public final class CascadeAssertions {
    private CascadeAssertions() {}

    /** About what the removal of an entity would do. */
    public static RemovalPlanAssert assertThat(@Nullable RemovalPlan actual) {
        return new RemovalPlanAssert(actual);
    }

    /** About a contract and the database that it is meant for. */
    public static CascadeContractAssert assertThat(@Nullable CascadeContract actual) {
        return new CascadeContractAssert(actual);
    }

    /** About what a check found. */
    public static CheckReportAssert assertThat(@Nullable CheckReport actual) {
        return new CheckReportAssert(actual);
    }
}
