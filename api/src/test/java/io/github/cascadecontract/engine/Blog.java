package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Users have posts, posts have comments; both ends are mapped and nothing cascades unless a story says so. */
final class Blog {
    private Blog() {}

    static ContractBuilder contract() {
        return CascadeContract.builder(User.class, Post.class, Comment.class);
    }

    static User user(Integer id, Post... posts) {
        User user = new User();
        user.id = id;
        user.posts = new ArrayList<>(List.of(posts));
        return user;
    }

    static Post post(Integer id, Comment... comments) {
        Post post = new Post();
        post.id = id;
        post.comments = new ArrayList<>(List.of(comments));
        return post;
    }

    static Comment comment(Integer id) {
        Comment comment = new Comment();
        comment.id = id;
        return comment;
    }

    @Entity(name = "User")
    static class User extends Row {
        @OneToMany(mappedBy = "user")
        List<Post> posts;
    }

    @Entity(name = "Post")
    static class Post extends Row {
        @ManyToOne
        User user;

        @OneToMany(mappedBy = "post")
        List<Comment> comments;
    }

    @Entity(name = "Comment")
    static class Comment extends Row {
        @ManyToOne
        Post post;
    }

    static class UserProxy extends User {}

    static class PostProxy extends Post {}
}
