package io.github.cascadecontract.quickstart;

import static io.github.cascadecontract.annotation.ReferentialAction.CASCADE;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.Protected;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Protected
@Table(name = "audit_entries")
public class AuditEntry {
    @Id
    private Long id;

    private String action;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(name = "post_id")
    @OnDelete(CASCADE)
    private Post post;

    protected AuditEntry() {}

    public AuditEntry(Long id, String action) {
        this.id = id;
        this.action = action;
    }

    public Long getId() {
        return id;
    }

    public String getAction() {
        return action;
    }

    public Post getPost() {
        return post;
    }
}
