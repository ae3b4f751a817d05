/** The numbered rules of the cascade contract; every refusal and every step of a plan names one. */
@NullMarked
package io.github.cascadecontract.rule;

import org.jspecify.annotations.NullMarked;
