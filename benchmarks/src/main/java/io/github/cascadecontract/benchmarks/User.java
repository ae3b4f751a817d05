package io.github.cascadecontract.benchmarks;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ON;
import static jakarta.persistence.CascadeType.ALL;

import io.github.cascadecontract.annotation.PassiveDeletes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A parent with many children. */
@Entity
@Table(name = "users")
public class User {
    @Id
    private Long id;

    private String name;

    @OneToMany(mappedBy = "user", cascade = ALL, orphanRemoval = true)
    @PassiveDeletes(ON)
    private List<Post> posts = new ArrayList<>();

    /** For providers. */
    public User() {}

    List<Post> posts() {
        return posts;
    }
}
