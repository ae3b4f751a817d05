package io.github.cascadecontract.tools;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.abego.treelayout.Configuration.Location;
import org.abego.treelayout.NodeExtentProvider;
import org.abego.treelayout.TreeLayout;
import org.abego.treelayout.util.DefaultConfiguration;
import org.abego.treelayout.util.DefaultTreeForTreeLayout;

/** Where cards stand: the first at the left, what is below it to the right. */
final class CardLayout {
    private static final int BETWEEN_LEVELS = 52;
    private static final int BETWEEN_CARDS = 18;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final TreeLayout<Card> layout;

    /**
     * A line between boxes.
     *
     * @param from where it begins
     * @param to where it ends; its actor gives the colour
     */
    record Link(Box from, Box to) {
        String curve() {
            return to.curveFrom(from);
        }
    }

    CardLayout(Card root) {
        DefaultTreeForTreeLayout<Card> tree = new DefaultTreeForTreeLayout<>(root);
        Extents extents = new Extents();
        grow(tree, root, 0, extents);
        layout = new TreeLayout<>(
                tree, extents, new DefaultConfiguration<>(BETWEEN_LEVELS, BETWEEN_CARDS, Location.Left));
        place(root);
    }

    private static void grow(DefaultTreeForTreeLayout<Card> tree, Card card, int level, Extents extents) {
        extents.add(card, level);
        for (Card next : card.below()) {
            tree.addChild(card, next);
            grow(tree, next, level + 1, extents);
        }
    }

    private Box place(Card card) {
        Rectangle2D.Double bounds =
                Objects.requireNonNull(layout.getNodeBounds().get(card));
        Box box = new Box(card, (int) bounds.x, (int) bounds.y, (int) bounds.width, (int) bounds.height);
        boxes.add(box);
        card.below().forEach(next -> links.add(new Link(box, place(next))));
        return box;
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Link> links() {
        return links;
    }

    int width() {
        return (int) Math.ceil(layout.getBounds().getWidth());
    }

    int height() {
        return (int) Math.ceil(layout.getBounds().getHeight());
    }

    /** How large cards are: of one level all are as wide as the widest. */
    private static final class Extents implements NodeExtentProvider<Card> {
        private final Map<Card, Integer> levels = new HashMap<>();
        private final Map<Integer, Integer> widths = new HashMap<>();

        void add(Card card, int level) {
            levels.put(card, level);
            widths.merge(level, card.width(), Math::max);
        }

        @Override
        public double getWidth(Card card) {
            return Objects.requireNonNull(widths.get(levels.get(card)));
        }

        @Override
        public double getHeight(Card card) {
            return card.height();
        }
    }
}
