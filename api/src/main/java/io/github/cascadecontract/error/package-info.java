/** Every failure of a contract or of a unit of work, each naming entity, attribute, rule and what to do. */
@NullMarked
package io.github.cascadecontract.error;

import org.jspecify.annotations.NullMarked;
