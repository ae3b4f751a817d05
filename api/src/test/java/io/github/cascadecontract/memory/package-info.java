/** A small adapter without a provider: plain objects, lazy lists, rows in maps. The engine's tests play whole stories on it. */
package io.github.cascadecontract.memory;
