package io.github.cascadecontract.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which {@code ON DELETE} action the foreign key of a relation has in the database. It stands on the relation that
 * holds the key: a many-to-one, an owning one-to-one, a one-to-many with a join column, or a many-to-many (for the keys of
 * its link table). It describes the schema; it does not change what the client does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface OnDelete {
    /** The action of the foreign key. */
    ReferentialAction value();
}
