package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.recording.RecordedStatement;
import io.github.cascadecontract.conformance.recording.RowAudit;
import io.github.cascadecontract.conformance.recording.SchemaAudit;
import io.github.cascadecontract.conformance.recording.StatementRecorder;
import io.github.cascadecontract.conformance.report.Bytecode;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.schema.Ddl;
import io.github.cascadecontract.conformance.schema.Seed;
import java.util.HashSet;
import java.util.Set;

/** Schema, entity classes and recorders of one model, shared by all its scenarios and all adapters. For one thread at a time. */
public final class Environment implements AutoCloseable {
    private final Schema schema;
    private final SchemaAudit audit;
    private final LeakGuard guard;
    private final StatementRecorder recorder;
    private final GeneratedModel model;

    private final Bytecode bytecode;

    private Environment(Schema schema, SchemaAudit audit, GeneratedModel model) {
        this.schema = schema;
        this.audit = audit;
        this.guard = new LeakGuard(schema.dataSource());
        this.recorder = new StatementRecorder(guard, keyColumns(model.settings())::contains);
        this.model = model;
        this.bytecode = Bytecode.PLAIN;
    }

    private Environment(Environment plain, Bytecode bytecode) {
        this.schema = plain.schema;
        this.audit = plain.audit;
        this.guard = plain.guard;
        this.recorder = plain.recorder;
        this.model = GeneratedModel.of(plain.model.settings(), bytecode);
        this.bytecode = bytecode;
    }

    /** Makes tables and classes of a model. */
    static Environment create(TestDatabase database, RowAudit audit, ModelSettings model) {
        Schema schema = database.createSchema("scenario");
        schema.execute(Ddl.of(model));
        return new Environment(schema, audit.install(schema), GeneratedModel.of(model));
    }

    /** Returns the same schema with changed classes. The two are not to be used at the same time. */
    Environment with(Bytecode changed) {
        return changed == Bytecode.PLAIN ? this : new Environment(this, changed);
    }

    Bytecode bytecode() {
        return bytecode;
    }

    private static Set<String> keyColumns(ModelSettings model) {
        Set<String> keys = new HashSet<>(Set.of("id"));
        model.foreignKeys().stream().map(ForeignKeySetting::column).forEach(keys::add);
        return keys;
    }

    /** Puts the rows in that the scenario begins with, and forgets all that was seen. */
    void prepare(Scenario scenario) {
        schema.empty();
        String seed = Seed.of(scenario);
        if (!seed.isEmpty()) {
            schema.execute(seed);
        }
        audit.clear();
        recorder.clear();
    }

    Schema schema() {
        return schema;
    }

    SchemaAudit audit() {
        return audit;
    }

    StatementRecorder recorder() {
        return recorder;
    }

    GeneratedModel model() {
        return model;
    }

    int giveBackConnections() {
        return guard.giveBack();
    }

    /** Returns whether a statement names no table of the model: the suite's own look at the audit. */
    boolean isAudit(RecordedStatement statement) {
        return !statement.tables().isEmpty()
                && statement.tables().stream()
                        .noneMatch(table -> model.settings().tables().contains(table)
                                || BaseTable.named(table).isPresent());
    }

    @Override
    public void close() {
        schema.close();
    }
}
