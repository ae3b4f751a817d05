package io.github.cascadecontract.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.mybatis.MyBatisCascade;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSession;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The kit as JUnit sees it. */
class CascadeConformanceTest {
    private String before;

    @BeforeEach
    void selectFew() {
        before = System.getProperty(Selection.PROPERTY, "");
        System.setProperty(Selection.PROPERTY, "del.twice,del.transient,su.viewonly");
    }

    @AfterEach
    void selectAsBefore() {
        System.setProperty(Selection.PROPERTY, before);
    }

    @Test
    void a_good_adapter_passes_and_what_is_not_portable_is_skipped_with_its_reason() {
        Events tests = run(Good.class);

        assertThat(tests.succeeded().count()).isEqualTo(2);
        assertThat(tests.failed().count()).isZero();
        assertThat(tests.aborted().list()).singleElement().satisfies(event -> {
            assertThat(event.getTestDescriptor().getDisplayName()).isEqualTo("su.viewonly");
            assertThat(event.getPayload().toString()).contains("not portable: Jakarta Persistence has no relation");
        });
    }

    @Test
    void scenarios_are_grouped_by_family() {
        assertThat(EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(Good.class))
                        .execute()
                        .containerEvents()
                        .dynamicallyRegistered()
                        .list())
                .extracting(event -> event.getTestDescriptor().getDisplayName())
                .containsExactly("save-update", "delete");
    }

    @Test
    void a_failure_says_what_is_different_on_which_model_by_which_statements_and_how_to_run_it_alone() {
        assertThat(message(Forgetful.class, "del.twice"))
                .contains("del.twice: Row 1 of posts is there and should not be")
                .contains("keys            posts.user_id to users NOT NULL ON DELETE NO ACTION")
                .contains("relations       User.posts one-to-many Post [ALL], inverse Post.user")
                .contains("rows            users [1, user1")
                .contains("step 3          commit()")
                .contains("by client       expected {posts=")
                .contains("sql, step 0")
                .contains("-Dcascade.only=del.twice");
    }

    @Test
    void a_declared_deviation_is_aborted_with_its_reason() {
        Events tests = run(Declared.class);

        assertThat(tests.failed().count()).isZero();
        assertThat(tests.aborted().list())
                .extracting(event -> event.getPayload().toString())
                .anySatisfy(text -> assertThat(text).contains("declared deviation: removal is not written yet"));
    }

    @Test
    void a_declared_deviation_that_passes_is_a_failure() {
        assertThat(message(OutOfDate.class, "del.twice"))
                .contains(
                        "del.twice is declared as a deviation (long ago), but it meets the contract: take the entry out.");
    }

    private static String message(Class<?> type, String scenario) {
        return run(type)
                .failed()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(scenario))
                .findFirst()
                .orElseThrow()
                .getPayload()
                .toString();
    }

    private static Events run(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .execute()
                .testEvents();
    }

    static class Good extends CascadeConformance {
        @Override
        protected PersistenceAdapter adapter() {
            return new MyBatisCascade();
        }
    }

    static class OutOfDate extends Good {
        @Override
        protected Map<String, String> deviations() {
            return Map.of("del.twice", "long ago");
        }
    }

    static class Forgetful extends CascadeConformance {
        @Override
        protected PersistenceAdapter adapter() {
            return new BrokenAdapter((good, dataSource) -> new WithoutRemoval(good));
        }
    }

    static class Declared extends Forgetful {
        @Override
        protected Map<String, String> deviations() {
            return Map.of("del.tw*", "removal is not written yet");
        }
    }

    private static final class WithoutRemoval extends SessionWrapper {
        WithoutRemoval(PersistenceSession good) {
            super(good);
        }

        @Override
        public void remove(Object entity) {}
    }
}
