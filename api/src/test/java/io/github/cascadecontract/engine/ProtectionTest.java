package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.ProtectedEntityException;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PRO-1: a removal that would reach an audit row is refused, whoever would remove it. */
class ProtectionTest {
    private final Story story = Story.of(CascadeContract.of(Account.class, Booking.class, Audit.class, Trail.class))
            .row(Account.class, 1)
            .row(Account.class, 2)
            .row(Booking.class, 10, "account_id", 1)
            .row(Audit.class, 100, "booking_id", 10);

    @Test
    void by_the_client() {
        story.remove(story.find(Audit.class, 100));

        refused("Audit");
    }

    @Test
    void by_a_cascade_of_the_client() {
        Booking booking = story.find(Booking.class, 10);
        story.load(booking, "audits");
        story.remove(booking);

        refused("Audit");
    }

    @Test
    void by_the_database_over_two_tables() {
        story.remove(story.find(Account.class, 1));

        refused("Booking.audits");
        assertThat(story.selects()).containsExactly("count rows");
    }

    @Test
    void what_is_not_reached_may_go() {
        story.remove(story.find(Account.class, 2));

        assertThat(story.flush()).containsExactly("remove Account#2 [REM-1]");
    }

    @Test
    void a_row_that_the_same_flush_moves_away_is_not_reached() {
        story.row(Booking.class, 20, "account_id", 2);
        story.find(Audit.class, 100).booking = story.find(Booking.class, 20);
        story.remove(story.find(Account.class, 1));

        story.flush();

        assertThat(story.rows()).contains("Audit#100 {booking_id=20}");
    }

    @Test
    void by_a_set_statement_two_levels_down() {
        Story setBased = Story.of(CascadeContract.builder(Account.class, Booking.class, Audit.class, Trail.class)
                        .relation(Account.class, "bookings", r -> r.passiveDeletes(Mode.SET_BASED)))
                .row(Account.class, 1)
                .row(Booking.class, 10, "account_id", 1)
                .row(Trail.class, 200, "booking_id", 10);
        setBased.remove(setBased.find(Account.class, 1));

        assertThatThrownBy(setBased::flush).isInstanceOf(ProtectedEntityException.class);
    }

    private void refused(String where) {
        List<String> before = story.rows();
        assertThatThrownBy(story::flush)
                .isInstanceOf(ProtectedEntityException.class)
                .hasMessageContaining(where)
                .hasMessageContaining("100")
                .hasMessageContaining("PRO-1");
        assertThat(story.rows()).isEqualTo(before);
    }

    @Entity(name = "Account")
    static class Account extends Row {
        @OneToMany(mappedBy = "account", cascade = ALL)
        @PassiveDeletes
        List<Booking> bookings;
    }

    @Entity(name = "Booking")
    static class Booking extends Row {
        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Account account;

        @OneToMany(mappedBy = "booking", cascade = ALL)
        @PassiveDeletes
        List<Audit> audits;

        @OneToMany(mappedBy = "booking", cascade = ALL)
        List<Trail> trails;
    }

    @Entity(name = "Audit")
    @Protected
    static class Audit extends Row {
        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Booking booking;
    }

    /** No action of the database reaches it, and the client only below bookings that it removes. */
    @Entity(name = "Trail")
    @Protected
    static class Trail extends Row {
        @ManyToOne
        @OnDelete(ReferentialAction.NO_ACTION)
        Booking booking;
    }
}
