package io.github.cascadecontract.conformance.random;

import java.util.List;

/** What may be done next, and how often. */
enum Turn implements Dice.Weighted {
    FIND(10),
    LOAD(8),
    MAKE(16),
    APPEND(14),
    REMOVE(10),
    ASSIGN(6),
    REFER(16),
    ADD(5),
    DELETE(16),
    SET(5),
    FLUSH(8);

    static final List<Turn> ALL = List.of(values());
    private final int weight;

    Turn(int weight) {
        this.weight = weight;
    }

    @Override
    public int weight() {
        return weight;
    }
}
