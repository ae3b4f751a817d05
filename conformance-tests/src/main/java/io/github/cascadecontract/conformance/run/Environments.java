package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.conformance.recording.RowAudit;
import io.github.cascadecontract.conformance.report.Bytecode;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The database with its schemas and classes, made once for each model and kept for all adapters. May be used by several threads. */
public final class Environments implements AutoCloseable {
    private final TestDatabase database;
    private final RowAudit audit;
    private final Map<ModelSettings, Environment> environments = new ConcurrentHashMap<>();

    private Environments(TestDatabase database) {
        this.database = database;
        this.audit = RowAudit.on(database);
    }

    /**
     * Opens the database that the system properties name.
     *
     * @throws io.github.cascadecontract.conformance.database.DatabaseUnavailableException if it cannot be had
     */
    public static Environments open() {
        TestDatabase database = TestDatabase.open();
        try {
            return new Environments(database);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** Returns kind and version of the database. */
    public String description() {
        return database.description();
    }

    /** Returns what an adapter shows of itself. */
    public AdapterProbe probe(PersistenceAdapter adapter, Mode mode) {
        return AdapterProbe.of(adapter, mode, database, audit);
    }

    /** Returns the environment of a model. One model is to be used by one thread at a time. */
    public Environment of(ModelSettings model) {
        return environments.computeIfAbsent(model, absent -> Environment.create(database, audit, absent));
    }

    /** Returns the environment of a model with changed classes; it has the schema of the unchanged ones. */
    public Environment of(ModelSettings model, Bytecode bytecode) {
        return of(model).with(bytecode);
    }

    /** Makes the environment of a model that is used for a while and then closed by the caller. */
    public Environment fresh(ModelSettings model) {
        return Environment.create(database, audit, model);
    }

    /** The schemas go with the database. */
    @Override
    public void close() {
        environments.clear();
        database.close();
    }
}
