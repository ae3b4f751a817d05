package io.github.cascadecontract.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.run.Variant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
    private static final Set<Variant> SELECTED = Set.of(Variant.SECOND_FLUSH, Variant.PLANNED_FIRST);

    @Test
    void an_adapter_that_declares_no_plans_is_not_asked_for_any_and_that_is_told() {
        Declarations declared = declared(Ability.allBut(Ability.PLANS));

        assertThat(declared.played(SELECTED)).containsExactly(Variant.SECOND_FLUSH);
        assertThat(declared.withoutPlans(SELECTED)).isTrue();
        assertThat(declared.withoutPlans(Set.of(Variant.SECOND_FLUSH))).isFalse();
    }

    @Test
    void an_adapter_that_declares_everything_is() {
        Declarations declared = declared(Ability.all());

        assertThat(declared.played(SELECTED)).isEqualTo(SELECTED);
        assertThat(declared.withoutPlans(SELECTED)).isFalse();
    }

    private static Declarations declared(Set<Ability> abilities) {
        return new Declarations(DeclarationsTest.class, Door.UNIT_OF_WORK, abilities, Deviations.of(Map.of()));
    }
}
