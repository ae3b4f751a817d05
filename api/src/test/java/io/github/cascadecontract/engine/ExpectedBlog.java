package io.github.cascadecontract.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules say about users, posts and comments, told without objects, lists or loading: who belongs to whom, and what
 * becomes of them at a flush. It does not know who did what on which side of a pair.
 */
final class ExpectedBlog {
    /** What a relation does with its children. */
    enum Cascade {
        PERSIST_ONLY,
        REMOVE,
        ORPHAN_REMOVAL
    }

    final Set<Integer> users = new TreeSet<>();
    final Map<Integer, Integer> userOf = new TreeMap<>();
    final Map<Integer, Integer> postOf = new TreeMap<>();
    private final Set<Integer> removedUsers = new HashSet<>();
    private final Set<Integer> removedPosts = new HashSet<>();
    private final Set<Integer> orphanedPosts = new HashSet<>();
    private final Set<Integer> orphanedComments = new HashSet<>();
    private final Set<Integer> newComments = new HashSet<>();

    void orphanPost(int post) {
        userOf.put(post, null);
        orphanedPosts.add(post);
    }

    void orphanComment(int comment) {
        postOf.put(comment, null);
        orphanedComments.add(comment);
    }

    void newComment(int comment, int post) {
        postOf.put(comment, post);
        newComments.add(comment);
    }

    void removeUser(int user) {
        removedUsers.add(user);
    }

    void removePost(int post) {
        removedPosts.add(post);
    }

    boolean isRemovedPost(int post) {
        return removedPosts.contains(post);
    }

    /**
     * The flush.
     *
     * @return comments that nobody persisted and that are held by a post that is not written: they may be missing (K14)
     */
    Set<Integer> settle(Cascade posts, Cascade comments) {
        if (posts == Cascade.ORPHAN_REMOVAL) removedPosts.addAll(orphanedPosts);
        Set<Integer> gonePosts = follow(userOf, removedUsers, posts, removedPosts);
        Set<Integer> orphans = comments == Cascade.ORPHAN_REMOVAL ? orphanedComments : Set.of();
        Set<Integer> goneComments = follow(postOf, gonePosts, comments, orphans);
        users.removeAll(removedUsers);
        userOf.keySet().removeAll(gonePosts);
        postOf.keySet().removeAll(goneComments);
        Set<Integer> loose = new HashSet<>(newComments);
        loose.removeIf(comment -> !postOf.containsKey(comment) || postOf.get(comment) != null);
        List.of(removedUsers, removedPosts, orphanedPosts, orphanedComments, newComments)
                .forEach(Set::clear);
        return loose;
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        users.forEach(user -> rows.add("User#" + user));
        userOf.forEach((post, user) -> rows.add("Post#" + post + " {user_id=" + user + "}"));
        postOf.forEach((comment, post) -> rows.add("Comment#" + comment + " {post_id=" + post + "}"));
        return rows;
    }

    private static Set<Integer> follow(
            Map<Integer, Integer> parentOf, Set<Integer> goneParents, Cascade cascade, Set<Integer> alsoGone) {
        Set<Integer> gone = new HashSet<>(alsoGone);
        for (Map.Entry<Integer, Integer> child : parentOf.entrySet()) {
            if (child.getValue() == null || !goneParents.contains(child.getValue())) continue;
            if (cascade == Cascade.PERSIST_ONLY) child.setValue(null);
            else gone.add(child.getKey());
        }
        return gone;
    }
}
