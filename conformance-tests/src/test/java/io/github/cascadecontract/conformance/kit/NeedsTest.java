package io.github.cascadecontract.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();

    @Test
    void are_read_from_the_model() {
        assertThat(needs("mm.remove-all-cascade")).contains(Ability.MANY_TO_MANY);
        assertThat(needs("oo.delete-passive")).contains(Ability.ONE_TO_ONE, Ability.LAZY_ONE_TO_ONE);
        assertThat(needs("do.move.nobackref-both")).contains(Ability.UNIDIRECTIONAL_ONE_TO_MANY);
    }

    @Test
    void are_read_from_the_steps() {
        assertThat(needs("mg.patch-orphan")).contains(Ability.MERGE);
        assertThat(needs("re.refresh-on")).contains(Ability.REFRESH);
        assertThat(needs("ex.on")).contains(Ability.DETACH);
        assertThat(needs("tx.savepoint-orphan")).contains(Ability.SAVEPOINTS);
        assertThat(needs("del.partial-passive")).contains(Ability.PARTIAL_COLLECTIONS);
        assertThat(needs("bk.delete.cascade")).contains(Ability.NATIVE_STATEMENTS);
        assertThat(needs("del.detached")).contains(Ability.DETACHED_REMOVAL);
    }

    @Test
    void a_collection_that_a_step_reads_need_not_be_lazy() {
        assertThat(needs("matrix.o2m.none.pd-false.notnull.set-null.loaded")).isEmpty();
        assertThat(needs("matrix.o2m.none.pd-false.notnull.set-null.unloaded"))
                .containsExactly(Ability.LAZY_COLLECTIONS);
    }

    @Test
    void every_ability_is_needed_by_some_scenario() {
        Set<Ability> needed = EnumSet.noneOf(Ability.class);
        SCENARIOS.all().forEach(scenario -> needed.addAll(Needs.of(scenario)));

        assertThat(needed).isEqualTo(Ability.allBut(Ability.PLANS));
    }

    private static Set<Ability> needs(String scenario) {
        return Needs.of(new Selection(scenario).of(SCENARIOS).get(0));
    }
}
