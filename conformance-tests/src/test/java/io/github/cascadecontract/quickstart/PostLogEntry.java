package io.github.cascadecontract.quickstart;

import io.github.cascadecontract.annotation.Protected;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Protected
@Table(name = "post_log")
public class PostLogEntry {
    @Id
    private Long id;

    private String action;

    @Column(name = "post_id")
    private Long postId;

    protected PostLogEntry() {}

    public PostLogEntry(Long id, String action, Long postId) {
        this.id = id;
        this.action = action;
        this.postId = postId;
    }

    public Long getId() {
        return id;
    }

    public String getAction() {
        return action;
    }

    public Long getPostId() {
        return postId;
    }
}
