package io.github.cascadecontract.quickstart;

import static io.github.cascadecontract.annotation.ReferentialAction.NO_ACTION;
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
@Table(name = "bookings")
public class Booking {
    @Id
    private Long id;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(name = "account_id", nullable = false)
    @OnDelete(NO_ACTION)
    private Account account;

    protected Booking() {}

    public Long getId() {
        return id;
    }

    public Account getAccount() {
        return account;
    }
}
