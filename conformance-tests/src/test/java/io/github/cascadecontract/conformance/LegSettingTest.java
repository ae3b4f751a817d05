package io.github.cascadecontract.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.conformance.report.Bytecode;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LegSettingTest {
    private final String before = System.getProperty(LegSetting.BYTECODE, "");

    @AfterEach
    void asBefore() {
        System.setProperty(LegSetting.BYTECODE, before);
    }

    @Test
    void classes_are_played_in_all_ways_or_in_those_that_are_named() {
        assertThat(wanted("")).containsExactly(Bytecode.values());
        assertThat(wanted("woven, plain")).containsExactly(Bytecode.PLAIN, Bytecode.WOVEN);
    }

    @Test
    void a_way_that_is_not_known_is_an_error() {
        assertThatThrownBy(() -> wanted("weaved"))
                .hasMessage("-Dcascade.bytecode: 'weaved' is none of plain, enhanced, woven");
    }

    private static Set<Bytecode> wanted(String names) {
        System.setProperty(LegSetting.BYTECODE, names);
        return LegSetting.wanted();
    }
}
