/** The contract on EclipseLink: what the engine decides is done by an EclipseLink unit of work. */
@NullMarked
package io.github.cascadecontract.eclipselink;

import org.jspecify.annotations.NullMarked;
