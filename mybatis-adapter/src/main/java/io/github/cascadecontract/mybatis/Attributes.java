package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.NestedAttribute;

/** The attribute of the entity itself where one of an embeddable is told. */
final class Attributes {
    private Attributes() {}

    static Attribute topOf(Attribute attribute) {
        Attribute top = attribute;
        while (top instanceof NestedAttribute nested) top = nested.holder();
        return top;
    }
}
