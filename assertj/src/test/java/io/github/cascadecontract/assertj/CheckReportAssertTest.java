package io.github.cascadecontract.assertj;

import static io.github.cascadecontract.assertj.CascadeAssertions.assertThat;
import static io.github.cascadecontract.finding.FindingCode.PASSIVE_WITHOUT_CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a test reads when a check found something. */
class CheckReportAssertTest {
    private final CheckReport nothing = new CheckReport(List.of());
    private final CheckReport something = new CheckReport(List.of(new Finding(
            PASSIVE_WITHOUT_CASCADE,
            "User",
            "posts",
            "posts",
            "posts_user_id_fkey",
            "100% of the posts stay.",
            "ALTER TABLE posts ...")));

    @Test
    void nothing_found_passes() {
        assertThat(nothing).isEmpty().hasNothingAtLeast(Severity.INFO);
    }

    @Test
    void what_was_found_is_listed_with_what_mends_it() {
        assertThatThrownBy(() -> assertThat(something).hasNothingAtLeast(Severity.WARNING))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected no finding at WARNING or worse, found 1:

                        ERROR passive-without-cascade User.posts: 100% of the posts stay. Mend it: ALTER TABLE posts ...""");
        assertThatThrownBy(() -> assertThat(something).isEmpty()).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_finding_is_expected_anywhere_or_at_a_place() {
        assertThat(something).has(PASSIVE_WITHOUT_CASCADE).has(PASSIVE_WITHOUT_CASCADE, "User.posts");
        assertThatThrownBy(() -> assertThat(something).has(PASSIVE_WITHOUT_CASCADE, "User.comments"))
                .hasMessageStartingWith("Expected the finding passive-without-cascade at User.comments, but there is:")
                .hasMessageContaining("100% of the posts stay.");
        assertThatThrownBy(() -> assertThat(nothing).has(PASSIVE_WITHOUT_CASCADE))
                .hasMessageEndingWith("nothing");
    }

    @Test
    void assertions_of_assertj_itself_stand_beside() {
        assertThat(something.findings()).hasSize(1);
        assertThat("text").isNotEmpty();
    }
}
