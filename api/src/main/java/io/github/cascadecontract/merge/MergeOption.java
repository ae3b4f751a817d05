package io.github.cascadecontract.merge;

import java.util.List;

/**
 * How far one call of merge goes. Without an option everything that the given object says is merged, and children of
 * other parents are refused (rule MER-6).
 *
 * <pre>{@code
 * work.merge(post, only("title", "comments.body"));
 * }</pre>
 */
public sealed interface MergeOption {
    /**
     * Copies the named attributes and relations alone; the rest counts as not given (rule MER-3).
     *
     * @param paths attribute names, dotted below a relation such as {@code posts.title}; a relation named alone brings all
     *     values of its children, a relation with {@code .id} its members without values
     */
    static MergeOption only(String... paths) {
        return new Only(List.of(paths));
    }

    /** Takes given children away from parents outside the given graph instead of refusing them (rule MER-6). */
    static MergeOption adopt() {
        return Adopt.CHILDREN;
    }

    /**
     * The named attributes and relations alone.
     *
     * @param paths attribute names, dotted below a relation
     */
    record Only(List<String> paths) implements MergeOption {
        /** Keeps an immutable copy. */
        public Only {
            paths = List.copyOf(paths);
        }
    }

    /** Children of other parents are taken. */
    enum Adopt implements MergeOption {
        /** All of them, at any depth. */
        CHILDREN
    }
}
