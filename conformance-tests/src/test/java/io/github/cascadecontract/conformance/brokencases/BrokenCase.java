package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;

/** A mistake that is easily made, and the same mended. */
interface BrokenCase {
    /** The mistake in a few words: heading of its section. */
    String title();

    /** What is wanted, and what is written instead. */
    String story();

    /** The rows that are wanted afterwards, as the tables show them. */
    Map<String, String> wanted();

    /** The mistake, for a provider's own entity manager. */
    Form<EntityManager> broken();

    /** What a plain mapper of MyBatis makes of it, where that tells something. */
    default Optional<Form<BlogMapper>> plainMapper() {
        return Optional.empty();
    }

    /** The same as it should be written. */
    Form<UnitOfWork> mended();

    /** The rule that makes it right. */
    Rule rule();

    /** Why it is right now, one sentence. */
    String lesson();
}
