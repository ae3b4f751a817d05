package io.github.cascadecontract.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;
import org.junit.jupiter.api.Test;

/** One-to-one with the key on the side of the owner, whose target it may take along. */
class OwningOneToOneTest {
    @Test
    void with_the_key_on_the_owners_side_the_lost_target_goes_after_the_owner_let_go() {
        Story story = Story.of(CascadeContract.of(Driver.class, Licence.class))
                .row(Licence.class, 11)
                .row(Driver.class, 1, "licence_id", 11);
        Driver driver = story.find(Driver.class, 1);
        driver.licence = null;

        assertThat(story.flush()).containsExactly("remove Licence#11 [ORP-1]");
        assertThat(story.sent()).containsExactly("update Driver#1", "delete Licence#11");
    }

    @Test
    void with_the_key_on_the_owners_side_the_inverse_may_let_go_too() {
        Story story = Story.of(CascadeContract.of(Driver.class, Licence.class))
                .row(Licence.class, 11)
                .row(Driver.class, 1, "licence_id", 11);
        Licence licence = story.find(Licence.class, 11);
        story.load(licence, "driver");
        licence.driver = null;

        assertThat(story.flush())
                .containsExactly("set Driver#1 Driver.licence = NULL [ORP-1]", "remove Licence#11 [ORP-1]");
        assertThat(story.sent()).containsExactly("update Driver#1", "delete Licence#11");
    }

    @Test
    void with_the_key_on_the_owners_side_a_replaced_target_waits_until_the_owner_moved_to_the_new_one() {
        Story story = Story.of(CascadeContract.of(Driver.class, Licence.class))
                .row(Licence.class, 11)
                .row(Driver.class, 1, "licence_id", 11);
        Driver driver = story.find(Driver.class, 1);
        Licence licence = new Licence();
        licence.id = 19;
        driver.licence = licence;

        assertThat(story.flush()).containsExactly("persist Licence#19 [PER-1]", "remove Licence#11 [ORP-1]");
        assertThat(story.sent()).containsExactly("insert Licence#19", "update Driver#1", "delete Licence#11");
    }

    @Entity(name = "Driver")
    static class Driver extends Row {
        @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
        Licence licence;
    }

    @Entity(name = "Licence")
    static class Licence extends Row {
        @OneToOne(mappedBy = "licence")
        Driver driver;
    }

    static class LicenceProxy extends Licence {}
}
