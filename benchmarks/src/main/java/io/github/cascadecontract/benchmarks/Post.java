package io.github.cascadecontract.benchmarks;

import static io.github.cascadecontract.annotation.ReferentialAction.CASCADE;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.annotation.OnDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** One of many children. */
@Entity
@Table(name = "posts")
public class Post {
    @Id
    private Long id;

    private String title;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(name = "user_id", nullable = false)
    @OnDelete(CASCADE)
    private User user;

    /** For providers. */
    public Post() {}
}
