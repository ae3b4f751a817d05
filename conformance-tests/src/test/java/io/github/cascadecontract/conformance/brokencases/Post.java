package io.github.cascadecontract.conformance.brokencases;

import static jakarta.persistence.FetchType.LAZY;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A post as it should be. */
@Entity
@Table(name = "posts")
class Post extends Text {
    // tag::user[]
    @ManyToOne(fetch = LAZY)
    @JoinColumn(name = "user_id", nullable = false)
    private User user;
    // end::user[]

    void setUser(User user) {
        this.user = user;
    }
}
