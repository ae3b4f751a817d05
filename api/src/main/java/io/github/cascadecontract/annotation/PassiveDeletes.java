package io.github.cascadecontract.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who removes the children of a removed parent when they are not loaded (rules REM-1 and REM-2). It stands on a
 * relation whose key is on the other side, or on a many-to-many (for its link rows); anywhere else the contract is refused
 * (rule DEC-6).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface PassiveDeletes {
    /** Who removes the children. */
    Mode value() default Mode.ON;

    /** How much of a removal is left to the foreign key. */
    enum Mode {
        /** The client handles all children; those not loaded are selected first. */
        OFF,
        /** The client handles loaded children; the rest is left to the foreign key and never selected. */
        ON,
        /** Everything is left to the foreign key, loaded or not. Not allowed with REMOVE or orphanRemoval (DEC-3). */
        ALL,
        /**
         * The client handles all children; those not loaded are handled by set statements and never selected. What hangs
         * below them is handled set-wise, too, where its own relation is OFF or SET_BASED, and left to the foreign key where
         * it is ON or ALL. No lifecycle callback fires for rows that are not loaded.
         */
        SET_BASED
    }
}
