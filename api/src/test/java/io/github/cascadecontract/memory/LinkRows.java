package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The rows of all link tables. */
final class LinkRows {
    private final Set<Link> links = new LinkedHashSet<>();

    record Link(LinkTable table, Object source, Object target) {
        boolean touches(Relation end, Object id) {
            return table == end.linkTable() && id.equals(end.isOwning() ? source : target);
        }

        boolean refersTo(RowKey row) {
            boolean bySource = table.owner().entity().covers(row.model()) && source.equals(row.id());
            return bySource || table.owner().target().covers(row.model()) && target.equals(row.id());
        }

        @Override
        public String toString() {
            return table.table() + "(" + source + "," + target + ")";
        }
    }

    static Link link(Relation end, Object id, Object otherId) {
        return end.isOwning() ? new Link(end.linkTable(), id, otherId) : new Link(end.linkTable(), otherId, id);
    }

    boolean add(Link link) {
        return links.add(link);
    }

    List<Link> removeIf(Predicate<Link> condition) {
        List<Link> found = links.stream().filter(condition).toList();
        found.forEach(links::remove);
        return found;
    }

    List<Object> targets(Relation end, Object id) {
        return links.stream()
                .filter(link -> link.touches(end, id))
                .map(link -> end.isOwning() ? link.target() : link.source())
                .toList();
    }

    void restore(Set<Link> saved) {
        links.clear();
        links.addAll(saved);
    }

    Set<Link> all() {
        return links;
    }
}
