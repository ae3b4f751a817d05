/**
 * The rule book as data: numbered rules with what they ask, how binding they are, why users want them and where others speak
 * about the same thing; and the decisions in which the contract departs from its norm. Every refusal and every step of a plan
 * names a rule.
 */
@NullMarked
package io.github.cascadecontract.rule;

import org.jspecify.annotations.NullMarked;
