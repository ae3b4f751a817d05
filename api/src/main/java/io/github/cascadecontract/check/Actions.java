package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;

/** What actions have in common. */
final class Actions {
    private Actions() {}

    /** Whether a row that refers keeps the parent from going. */
    static boolean blocks(ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT;
    }

    /** Whether rows stay with another key. */
    static boolean changesKey(ReferentialAction action) {
        return action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT;
    }
}
