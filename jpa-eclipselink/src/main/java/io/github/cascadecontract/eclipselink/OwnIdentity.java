package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.IdGeneration;
import io.github.cascadecontract.mapping.IdMapping;
import io.github.cascadecontract.spi.PostgreSql;
import org.eclipse.persistence.queries.ValueReadQuery;
import org.eclipse.persistence.sequencing.QuerySequence;
import org.eclipse.persistence.sessions.Session;

/** EclipseLink asks PostgreSQL for the last value of any sequence, which a trigger may have taken from another one. */
final class OwnIdentity {
    private OwnIdentity() {}

    /** Lets an entity with an identity column ask for the last value of just that column. */
    static void ask(Session session, EntityModel entity) {
        IdMapping id = entity.mapping().id();
        if (id == null || entity.supertype() != null || id.generation() != IdGeneration.IDENTITY) return;
        QuerySequence sequence = new QuerySequence(entity.name() + "-identity", true, false);
        sequence.setSelectQuery(new ValueReadQuery(
                PostgreSql.lastIdentity(entity.mapping().tables().get(0).table(), id.column())));
        session.getLogin().addSequence(sequence);
        session.getDescriptor(entity.type()).setSequenceNumberName(sequence.getName());
    }
}
