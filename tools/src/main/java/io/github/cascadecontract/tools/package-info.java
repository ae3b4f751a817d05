/** Plans and reports in formats that other programs read. */
@NullMarked
package io.github.cascadecontract.tools;

import org.jspecify.annotations.NullMarked;
