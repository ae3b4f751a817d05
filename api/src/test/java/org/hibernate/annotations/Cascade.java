package org.hibernate.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the provider's annotation, which the contract knows by name only. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Cascade {}
