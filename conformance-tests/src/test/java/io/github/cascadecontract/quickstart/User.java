package io.github.cascadecontract.quickstart;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ON;
import static jakarta.persistence.CascadeType.ALL;

import io.github.cascadecontract.annotation.PassiveDeletes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "users")
public class User {
    @Id
    private Long id;

    private String name;

    @OneToMany(mappedBy = "user", cascade = ALL, orphanRemoval = true)
    @PassiveDeletes(ON)
    private List<Post> posts = new ArrayList<>();

    protected User() {}

    public User(Long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Post> getPosts() {
        return posts;
    }
}
