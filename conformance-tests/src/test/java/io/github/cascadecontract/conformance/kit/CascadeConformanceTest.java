package io.github.cascadecontract.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.cascadecontract.conformance.kit.broken.BrokenAdapter;
import io.github.cascadecontract.conformance.kit.broken.SessionWrapper;
import io.github.cascadecontract.conformance.kit.jdbc.JdbcCascade;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSession;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The kit as JUnit sees it. */
class CascadeConformanceTest {
    private String before;

    @BeforeEach
    void selectFew() {
        before = System.getProperty(Selection.PROPERTY, "");
        System.setProperty(Selection.PROPERTY, "del.twice,del.transient,su.viewonly,tx.savepoint-orphan");
    }

    @AfterEach
    void selectAsBefore() {
        System.setProperty(Selection.PROPERTY, before);
    }

    @Test
    void a_good_adapter_passes_and_what_is_not_portable_is_skipped_with_its_reason() {
        Events tests = run(Good.class);

        assertThat(tests.succeeded().count()).isEqualTo(3);
        assertThat(tests.failed().count()).isZero();
        assertThat(tests.aborted().list()).singleElement().satisfies(event -> {
            assertThat(event.getTestDescriptor().getDisplayName()).isEqualTo("su.viewonly");
            assertThat(event.getPayload().toString()).contains("not portable: Jakarta Persistence has no relation");
        });
    }

    @Test
    void scenarios_are_grouped_by_family() {
        assertThat(execute(selectClass(Good.class))
                        .containerEvents()
                        .dynamicallyRegistered()
                        .list())
                .extracting(CascadeConformanceTest::name)
                .containsExactly("save-update", "delete", "transactions");
    }

    @Test
    void one_scenario_is_run_alone_by_its_unique_id() {
        String id = run(Good.class)
                .succeeded()
                .filter(event -> name(event).equals("del.twice"))
                .findFirst()
                .orElseThrow()
                .getTestDescriptor()
                .getUniqueId()
                .toString();

        assertThat(execute(selectUniqueId(id)).testEvents().succeeded().list())
                .extracting(CascadeConformanceTest::name)
                .containsExactly("del.twice");
    }

    @Test
    void a_failure_is_told_with_the_class_and_the_command() {
        assertThat(message(Forgetful.class, "del.twice"))
                .contains("del.twice: Row 1 of posts is there and should not be")
                .contains("relations       User.posts [ALL] 1---* Post.user [PERSIST, MERGE]")
                .contains(">> not sent        DELETE of 2 row(s) of posts")
                .contains("mvn test -Dtest=CascadeConformanceTest$Forgetful -Dcascade.only=del.twice");
    }

    @Test
    void what_an_adapter_does_not_declare_is_skipped_with_the_reason_although_it_would_pass() {
        Events tests = run(Modest.class);

        assertThat(tests.aborted().list())
                .filteredOn(event -> name(event).equals("tx.savepoint-orphan"))
                .singleElement()
                .satisfies(event -> assertThat(event.getPayload().toString())
                        .contains("not declared: SAVEPOINTS (it needs savepoints)"));
        assertThat(tests.succeeded().count()).isEqualTo(2);
    }

    @Test
    void a_mapping_that_is_refused_although_it_is_declared_is_a_failure() {
        assertThat(message(Refusing.class, "del.twice"))
                .contains("del.twice: the adapter refuses the mapping, though abilities() declares all")
                .contains("User.posts: lists");
    }

    @Test
    void a_declared_deviation_is_aborted_with_its_reason() {
        Events tests = run(Declared.class);

        assertThat(tests.failed().list())
                .extracting(CascadeConformanceTest::name)
                .doesNotContain("del.twice");
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

    @Test
    void a_declared_deviation_that_names_nothing_is_refused() {
        assertThat(execute(selectClass(Misspelt.class))
                        .containerEvents()
                        .failed()
                        .list())
                .singleElement()
                .satisfies(event -> assertThat(event.getPayload().toString())
                        .contains("deviations() names scenarios that do not exist: [del.twise]"));
    }

    private static String message(Class<?> type, String scenario) {
        return run(type)
                .failed()
                .filter(event -> name(event).equals(scenario))
                .findFirst()
                .orElseThrow()
                .getPayload()
                .toString();
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    private static Events run(Class<?> type) {
        return execute(selectClass(type)).testEvents();
    }

    private static EngineExecutionResults execute(DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter").selectors(selector).execute();
    }

    static class Good extends CascadeConformance {
        @Override
        protected PersistenceAdapter adapter() {
            return new JdbcCascade();
        }
    }

    static class Modest extends Good {
        @Override
        protected Set<Ability> abilities() {
            return Ability.allBut(Ability.SAVEPOINTS, Ability.MERGE);
        }
    }

    static class OutOfDate extends Good {
        @Override
        protected Map<String, String> deviations() {
            return Map.of("del.twice", "long ago");
        }
    }

    static class Misspelt extends Good {
        @Override
        protected Map<String, String> deviations() {
            return Map.of("del.twise", "never");
        }
    }

    static class Refusing extends CascadeConformance {
        @Override
        protected PersistenceAdapter adapter() {
            return new PickyAdapter();
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
