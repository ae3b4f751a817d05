package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;

/** Hands merge of an entity of the contract to the engine. */
final class MergeListener implements MergeEventListener {
    private final Governance governance;
    private final List<MergeEventListener> provider;

    MergeListener(Governance governance, List<MergeEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onMerge(MergeEvent event) {
        if (governance.governs(event.getOriginal())) event.setResult(merge(event));
        else provider.forEach(listener -> listener.onMerge(event));
    }

    /** A cascaded event: what is merged stands for the given entity in the relation that led here. */
    @Override
    public void onMerge(MergeEvent event, MergeContext context) {
        if (!governance.governs(event.getOriginal())) {
            provider.forEach(listener -> listener.onMerge(event, context));
            return;
        }
        Object merged = merge(event);
        event.setResult(merged);
        context.put(event.getOriginal(), merged);
    }

    private Object merge(MergeEvent event) {
        return governance.session(event.getSession()).merge(event.getOriginal(), List.of());
    }
}
