/** The contract on Hibernate ORM: the boot model and the listeners that hand every decision to the engine. */
@NullMarked
package io.github.cascadecontract.hibernate;

import org.jspecify.annotations.NullMarked;
