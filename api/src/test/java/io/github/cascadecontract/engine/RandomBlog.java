package io.github.cascadecontract.engine;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.RelationOverride;
import io.github.cascadecontract.engine.Blog.Comment;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.engine.ExpectedBlog.Cascade;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** An application that changes a blog at random, on one side of its pairs or on both, with some relations loaded. */
final class RandomBlog {
    /** Which side of a pair the application changes. */
    enum Side {
        COLLECTION,
        REFERENCE,
        BOTH
    }

    /** The contract and the habits of the application. */
    record Setting(Cascade posts, Cascade comments, Mode passive, Side side, boolean loads) {}

    final Story story;
    final ExpectedBlog expected = new ExpectedBlog();
    private final Setting setting;
    private final Random random;
    private final Map<String, Object> known = new HashMap<>();
    private final Set<Integer> touched = new HashSet<>();
    private int nextId = 100;

    RandomBlog(Setting setting, long seed) {
        this.setting = setting;
        this.random = new Random(seed);
        this.story = Story.of(Blog.contract()
                        .relation(User.class, "posts", posts -> override(posts, setting.posts()))
                        .relation(Post.class, "comments", comments -> override(comments, setting.comments())))
                .onDelete("Post[user_id]", action(setting.posts()))
                .onDelete("Comment[post_id]", action(setting.comments()));
        for (int user = 1; user <= 3; user++) addUser(user);
        for (int post = 10; post < 16; post++) addPost(post, 1 + random.nextInt(3));
        for (int comment = 20; comment < 28; comment++) addComment(comment, 10 + random.nextInt(6));
    }

    /** One unit of changes between two flushes; no child is changed twice. */
    void change() {
        touched.clear();
        known.values().removeIf(entity -> !story.contains(entity));
        Set<Integer> users = Set.copyOf(expected.users);
        Set<Integer> posts = Set.copyOf(expected.userOf.keySet());
        Set<Integer> comments = Set.copyOf(expected.postOf.keySet());
        if (setting.loads()) loadSome(users, posts);
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0, 1 -> movePost(pick(posts), pick(users));
                case 2 -> orphanPost(pick(posts));
                case 3 -> removeUser(pick(users));
                case 4 -> removePost(pick(posts));
                case 5 -> newPost(pick(users));
                case 6 -> moveComment(pick(comments), pick(posts));
                default -> orphanComment(pick(comments));
            }
            if (random.nextInt(4) == 0) newComment(pick(posts));
            if (random.nextInt(6) == 0) newUser();
        }
    }

    private void movePost(Integer id, Integer userId) {
        if (id == null || userId == null || expected.isRemovedPost(id)) return;
        if (Objects.equals(expected.userOf.get(id), userId) || !touched.add(id)) return;
        User from = user(expected.userOf.get(id));
        Post post = post(id);
        boolean showsIt = from != null && story.isLoaded(from, "posts");
        if (setting.side() == Side.BOTH && showsIt) take(from.posts, post);
        put(post, user(userId));
        expected.userOf.put(id, userId);
    }

    private void put(Post post, User user) {
        boolean stale = story.isLoaded(user, "posts") && holds(user.posts, post);
        if (setting.side() != Side.REFERENCE && !stale) user.posts.add(post);
        if (setting.side() != Side.COLLECTION || stale) post.user = user;
    }

    private void orphanPost(Integer id) {
        if (id == null || expected.isRemovedPost(id)) return;
        if (expected.userOf.get(id) == null || !touched.add(id)) return;
        User user = user(expected.userOf.get(id));
        Post post = post(id);
        boolean taken = setting.side() != Side.REFERENCE && take(user.posts, post);
        if (setting.side() != Side.COLLECTION || !taken) post.user = null;
        expected.orphanPost(id);
    }

    private void moveComment(Integer id, Integer postId) {
        if (id == null || postId == null) return;
        if (Objects.equals(expected.postOf.get(id), postId) || !touched.add(id)) return;
        put(comment(id), post(postId));
        expected.postOf.put(id, postId);
    }

    private void put(Comment comment, Post post) {
        boolean stale = story.isLoaded(post, "comments") && holds(post.comments, comment);
        if (setting.side() != Side.REFERENCE && !stale) post.comments.add(comment);
        if (setting.side() != Side.COLLECTION || stale) comment.post = post;
    }

    private void orphanComment(Integer id) {
        if (id == null || expected.postOf.get(id) == null || !touched.add(id)) return;
        Post post = post(expected.postOf.get(id));
        Comment comment = comment(id);
        boolean taken = setting.side() != Side.REFERENCE && take(post.comments, comment);
        if (setting.side() != Side.COLLECTION || !taken) comment.post = null;
        expected.orphanComment(id);
    }

    private void removeUser(Integer id) {
        if (id == null) return;
        User user = user(id);
        story.remove(user);
        expected.removeUser(id);
    }

    private void removePost(Integer id) {
        if (id == null) return;
        story.remove(post(id));
        expected.removePost(id);
    }

    private void newPost(Integer userId) {
        if (userId == null) return;
        int id = nextId++;
        Post post = keep("Post" + id, Blog.post(id));
        put(post, user(userId));
        if (setting.side() == Side.REFERENCE) story.persist(post);
        touched.add(id);
        expected.userOf.put(id, userId);
    }

    private void newComment(Integer postId) {
        if (postId == null) return;
        int id = nextId++;
        Comment comment = keep("Comment" + id, Blog.comment(id));
        put(comment, post(postId));
        if (setting.side() == Side.REFERENCE) story.persist(comment);
        touched.add(id);
        expected.newComment(id, postId);
    }

    private void newUser() {
        int id = nextId++;
        story.persist(keep("User" + id, Blog.user(id)));
        expected.users.add(id);
    }

    private void loadSome(Collection<Integer> users, Collection<Integer> posts) {
        for (Integer user : users) if (random.nextBoolean()) story.load(user(user), "posts");
        for (Integer post : posts) if (random.nextBoolean()) story.load(post(post), "comments");
    }

    private User user(Integer id) {
        return id == null ? null : keep("User" + id, story.find(User.class, id));
    }

    private Post post(Integer id) {
        return keep("Post" + id, story.find(Post.class, id));
    }

    private Comment comment(Integer id) {
        return keep("Comment" + id, story.find(Comment.class, id));
    }

    /** What is marked for removal is not found any more, but the application still holds it. */
    @SuppressWarnings("unchecked")
    private <T> T keep(String name, T found) {
        return (T) (found == null ? known.get(name) : known.computeIfAbsent(name, absent -> found));
    }

    private Integer pick(Collection<Integer> ids) {
        return ids.isEmpty() ? null : new ArrayList<>(ids).get(random.nextInt(ids.size()));
    }

    private static boolean holds(List<?> members, Object member) {
        return members.stream().anyMatch(other -> other == member);
    }

    private static boolean take(List<?> members, Object member) {
        return members.removeIf(other -> other == member);
    }

    private void addUser(int id) {
        story.row(User.class, id);
        expected.users.add(id);
    }

    private void addPost(int id, int user) {
        story.row(Post.class, id, "user_id", user);
        expected.userOf.put(id, user);
    }

    private void addComment(int id, int post) {
        story.row(Comment.class, id, "post_id", post);
        expected.postOf.put(id, post);
    }

    private void override(RelationOverride relation, Cascade cascade) {
        if (cascade == Cascade.PERSIST_ONLY) relation.cascade(CascadeType.PERSIST);
        else relation.cascade(CascadeType.ALL);
        if (cascade == Cascade.ORPHAN_REMOVAL) relation.orphanRemoval();
        relation.passiveDeletes(setting.passive());
    }

    private ReferentialAction action(Cascade cascade) {
        if (setting.passive() == Mode.OFF) return ReferentialAction.NO_ACTION;
        return cascade == Cascade.PERSIST_ONLY ? ReferentialAction.SET_NULL : ReferentialAction.CASCADE;
    }
}
