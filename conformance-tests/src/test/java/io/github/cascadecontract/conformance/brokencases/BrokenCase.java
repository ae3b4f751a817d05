package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.conformance.brokencases.Preview.Removed;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** A mistake that is easily made, and the same mended. */
interface BrokenCase {
    /** What it is about. */
    Story story();

    /** The mistake, for a provider's own entity manager. */
    Form<EntityManager> broken();

    /** The row that it removes by name, for a plan. */
    default Optional<Removed> removed() {
        return Optional.empty();
    }

    /** What a plain mapper of MyBatis makes of it, where that tells something. */
    default Optional<Form<BlogMapper>> plainMapper() {
        return Optional.empty();
    }

    /** The same as it should be written. */
    Form<UnitOfWork> mended();
}
