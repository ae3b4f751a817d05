package io.github.cascadecontract.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ORP-7 with identity ids, whose rows a provider may insert at the call: the replaced one gives way first. */
class GivenInsertsTest {
    private final Story story = Story.of(CascadeContract.of(Guest.class, Pass.class, Stamp.class))
            .row(Guest.class, 1)
            .row(Guest.class, 2)
            .row(Pass.class, 5, "guest_id", 1);

    @Test
    void what_takes_a_place_waits_for_the_flush_with_all_below_it() {
        Guest given = given(1);
        given.pass.stamps = new ArrayList<>(List.of(new Stamp()));

        Guest merged = story.merge(given);

        assertThat(story.contains(merged.pass)).isFalse();
        assertThat(story.contains(merged.pass.stamps.get(0))).isFalse();
        assertThat(story.flush()).startsWith("early remove Pass#5 [ORP-1]").hasSize(3);
        assertThat(story.contains(merged.pass)).isTrue();
        assertThat(story.rows())
                .contains("Guest#1")
                .doesNotContain("Pass#5 {guest_id=1}")
                .hasSize(4);
    }

    @Test
    void what_finds_a_free_place_is_persisted_at_the_call() {
        Guest merged = story.merge(given(2));

        assertThat(story.contains(merged.pass)).isTrue();
    }

    @Test
    void what_waits_can_be_taken_back() {
        Guest merged = story.merge(given(1));
        story.remove(merged.pass);

        story.flush();

        assertThat(story.rows()).containsExactly("Guest#1", "Guest#2");
    }

    private static Guest given(int id) {
        Guest given = new Guest();
        given.id = id;
        given.pass = new Pass();
        return given;
    }

    @Entity(name = "Guest")
    static class Guest extends Row {
        @OneToOne(mappedBy = "guest", cascade = CascadeType.MERGE, orphanRemoval = true)
        Pass pass;
    }

    @Entity(name = "Pass")
    static class Pass {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @OneToOne
        Guest guest;

        @OneToMany(mappedBy = "pass", cascade = CascadeType.MERGE)
        List<Stamp> stamps;
    }

    @Entity(name = "Stamp")
    static class Stamp {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne
        Pass pass;
    }
}
