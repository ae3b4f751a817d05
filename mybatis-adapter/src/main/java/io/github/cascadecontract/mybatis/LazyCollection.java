package io.github.cascadecontract.mybatis;

/** A collection of the adapter in an attribute of an entity. */
interface LazyCollection {
    /** What it holds. */
    LazyMembers members();
}
