package io.github.cascadecontract.eclipselink;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "profiles")
class Profile {
    @Id
    Long id;

    @OneToOne
    @JoinColumn(name = "user_id")
    User user;

    protected Profile() {}

    Profile(long id) {
        this.id = id;
    }
}
