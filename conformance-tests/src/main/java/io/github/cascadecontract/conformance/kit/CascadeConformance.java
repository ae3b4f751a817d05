package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The cascade contract as tests for one adapter: each scenario is a test, named by its id and grouped by family. The database is an
 * embedded PostgreSQL; {@code -Dcascade.database} names another, {@code -Dcascade.only=do.move.*} runs a part.
 *
 * <pre>{@code
 * class MyAdapterConformanceTest extends CascadeConformance {
 *     @Override
 *     protected PersistenceAdapter adapter() {
 *         return new MyAdapter();
 *     }
 *
 *     @Override
 *     protected Set<Ability> abilities() {
 *         return Ability.allBut(Ability.MANY_TO_MANY, Ability.SAVEPOINTS);
 *     }
 * }
 * }</pre>
 */
@ExtendWith(SuiteExtension.class)
public abstract class CascadeConformance {
    /** For subclasses. */
    protected CascadeConformance() {}

    /** Returns the adapter to test. */
    protected abstract PersistenceAdapter adapter();

    /** Returns the door to go through; an adapter that offers an {@code EntityManagerFactory} is tested through both. */
    protected Door door() {
        return Door.UNIT_OF_WORK;
    }

    /**
     * Returns what the adapter can; everything, if nothing is declared. A scenario that needs more is skipped with the reason.
     * One that needs no more is run, and must pass.
     */
    protected Set<Ability> abilities() {
        return Ability.all();
    }

    /**
     * Returns the scenarios that the adapter is known not to meet, by name ({@code *} stands for anything), each with the
     * reason. They are run all the same: one that fails is aborted with the reason, one that passes is a failure, since the entry
     * is out of date.
     */
    protected Map<String, String> deviations() {
        return Map.of();
    }

    /**
     * Returns the tests.
     *
     * @param suite supplied by the kit
     */
    @TestFactory
    protected Stream<DynamicNode> scenarios(KitSuite suite) {
        KitRun run =
                suite.run(adapter(), new Declarations(getClass(), door(), abilities(), Deviations.of(deviations())));
        Map<String, List<Scenario>> groups = suite.selected().stream()
                .collect(Collectors.groupingBy(Scenario::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .<DynamicNode>map(
                        group -> DynamicContainer.dynamicContainer(group.getKey(), tests(group.getValue(), run)))
                .onClose(run::close);
    }

    private static Stream<DynamicNode> tests(List<Scenario> scenarios, KitRun run) {
        return scenarios.stream().map(scenario -> DynamicTest.dynamicTest(scenario.id(), () -> run.test(scenario)));
    }
}
