package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.ReferenceLoading;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Connected models, of which a few are kept: scenarios of one model come together. */
final class ModelCache implements AutoCloseable {
    private static final int KEPT = 4;

    private final Environments environments;
    private final PersistenceAdapter adapter;
    private final ReferenceLoading references;
    private final Map<ModelSettings, ConnectedModel> connected = new LinkedHashMap<>();

    ModelCache(Environments environments, PersistenceAdapter adapter) {
        this.environments = environments;
        this.adapter = adapter;
        this.references = environments.probe(adapter, Mode.CONTRACT).references();
    }

    ConnectedModel of(ModelSettings model) {
        ConnectedModel kept = connected.get(model);
        if (kept != null) {
            return kept;
        }
        closeOldest();
        ConnectedModel made = ConnectedModel.open(environments.of(model), adapter, Mode.CONTRACT, references);
        connected.put(model, made);
        return made;
    }

    private void closeOldest() {
        Iterator<ConnectedModel> oldest = connected.values().iterator();
        if (connected.size() >= KEPT) {
            oldest.next().close();
            oldest.remove();
        }
    }

    @Override
    public void close() {
        connected.values().forEach(ConnectedModel::close);
        connected.clear();
    }
}
