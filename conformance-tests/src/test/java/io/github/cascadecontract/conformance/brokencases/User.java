package io.github.cascadecontract.conformance.brokencases;

import static jakarta.persistence.CascadeType.ALL;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A user as it should be: the posts live and die with it. */
@Entity
@Table(name = "users")
class User extends Person {
    // tag::posts[]
    @OneToMany(mappedBy = "user", cascade = ALL, orphanRemoval = true)
    private List<Post> posts = new ArrayList<>();
    // end::posts[]

    List<Post> getPosts() {
        return posts;
    }

    void setPosts(List<Post> posts) {
        this.posts = posts;
    }
}
