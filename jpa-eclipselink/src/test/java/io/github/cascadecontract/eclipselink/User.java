package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.annotation.PassiveDeletes;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PreRemove;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "users")
class User {
    static final List<String> CALLBACKS = new ArrayList<>();
    static boolean FAILING;

    @Id
    Long id;

    String name;

    @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
    @PassiveDeletes(PassiveDeletes.Mode.ON)
    List<Post> posts = new ArrayList<>();

    @OneToOne(mappedBy = "user", fetch = FetchType.LAZY, cascade = CascadeType.ALL, orphanRemoval = true)
    Profile profile;

    protected User() {}

    User(long id) {
        this.id = id;
        this.name = "user" + id;
    }

    @PreRemove
    void leaving() {
        CALLBACKS.add("user " + id);
    }
}
