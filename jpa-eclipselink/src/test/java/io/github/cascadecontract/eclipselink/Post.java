package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "posts")
class Post {
    @Id
    Long id;

    String title;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    @OnDelete(ReferentialAction.CASCADE)
    User user;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "post_id", nullable = false)
    @OnDelete(ReferentialAction.CASCADE)
    @PassiveDeletes(PassiveDeletes.Mode.ON)
    List<Comment> comments = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "post_tags",
            joinColumns = @JoinColumn(name = "post_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_id"))
    Set<Tag> tags = new LinkedHashSet<>();

    protected Post() {}

    Post(long id) {
        this.id = id;
        this.title = "post" + id;
    }

    @PrePersist
    void coming() {
        User.CALLBACKS.add("new post " + id);
    }

    @PreUpdate
    void changing() {
        if (User.FAILING) throw new IllegalStateException("callback");
        User.CALLBACKS.add("changed post " + id);
    }

    @PreRemove
    void leaving() {
        User.CALLBACKS.add("post " + id);
    }
}
