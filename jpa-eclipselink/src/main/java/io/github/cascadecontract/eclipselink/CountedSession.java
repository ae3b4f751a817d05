package io.github.cascadecontract.eclipselink;

/** A session whose unit of work counts rows. */
interface CountedSession {
    /** Where they are counted. */
    FlushCounts counts();
}
