package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Garage.car;
import static io.github.cascadecontract.engine.Garage.motor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.engine.Garage.Car;
import io.github.cascadecontract.engine.Garage.Motor;
import io.github.cascadecontract.error.SingleParentException;
import io.github.cascadecontract.memory.Story;
import io.github.cascadecontract.rule.Rule;
import org.junit.jupiter.api.Test;

/** Many-to-one with orphan removal, and DEC-4 at flush. */
class SingleParentTest {
    @Test
    void removing_the_owner_removes_the_target_after_it() {
        Story story = garage();
        story.remove(story.find(Car.class, 1));

        assertThat(story.flush()).containsExactly("remove Car#1 [REM-1]", "remove Motor#11 [REM-8]");
        assertThat(story.selects()).containsExactly("select Motor", "select Motor.cars");
    }

    @Test
    void a_target_that_is_let_go_is_removed() {
        Story story = garage();
        story.find(Car.class, 1).motor = null;

        assertThat(story.flush()).containsExactly("remove Motor#11 [ORP-1]");
        assertThat(story.sent()).containsExactly("update Car#1", "delete Motor#11");
    }

    @Test
    void a_replaced_target_is_removed_after_its_successor_was_inserted() {
        Story story = garage();
        story.find(Car.class, 1).motor = motor(19);

        assertThat(story.flush()).containsExactly("persist Motor#19 [PER-1]", "remove Motor#11 [ORP-1]");
    }

    @Test
    void a_target_released_by_one_owner_and_taken_by_another_is_kept() {
        Story story = garage();
        Car first = story.find(Car.class, 1);
        Motor motor = first.motor;
        first.motor = null;
        story.find(Car.class, 2).motor = motor;

        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).contains("Car#1 {motor_id=null}", "Car#2 {motor_id=11}");
    }

    @Test
    void a_target_that_changes_its_owner_on_the_inverse_side_is_kept() {
        Story story = garage();
        Motor motor = story.find(Motor.class, 11);
        Car first = motor.cars.get(0);
        motor.cars.remove(first);
        motor.cars.add(story.find(Car.class, 2));

        assertThat(story.flush())
                .containsExactly("set Car#2 Car.motor = Motor#11 [PER-3]", "set Car#1 Car.motor = NULL [ORP-1]");
    }

    @Test
    void a_target_that_loses_its_owner_on_the_inverse_side_is_removed() {
        Story story = garage();
        story.find(Motor.class, 11).cars.remove(0);

        assertThat(story.flush()).containsExactly("set Car#1 Car.motor = NULL [ORP-1]", "remove Motor#11 [ORP-1]");
    }

    @Test
    void a_pending_target_that_is_let_go_is_not_written() {
        Story story = garage();
        Motor draft = motor(19);
        Car car = car(3, draft);
        story.persist(car);
        car.motor = null;

        assertThat(story.flush()).containsExactly("discard Motor#19 [ORP-5]", "persist Car#3 [PER-1]");
    }

    @Test
    void a_second_owner_is_refused_however_the_first_one_came() {
        Story story = garage();
        story.find(Car.class, 1);
        story.find(Car.class, 2).motor = story.find(Motor.class, 11);

        assertRefused(story);
    }

    @Test
    void a_second_owner_on_the_inverse_side_is_refused() {
        Story story = garage();
        story.find(Car.class, 1);
        story.find(Motor.class, 11).cars.add(story.find(Car.class, 2));

        assertRefused(story);
    }

    @Test
    void two_new_owners_of_a_new_target_are_refused() {
        Story story = Story.of(Garage.contract());
        Motor motor = motor(11);
        story.persist(car(1, motor));
        story.persist(car(2, motor));

        assertRefused(story);
    }

    @Test
    void an_owner_of_an_earlier_flush_counts() {
        Story story = Story.of(Garage.contract());
        Motor motor = motor(11);
        story.persist(car(1, motor));
        story.flush();
        story.persist(car(2, motor));

        assertThatThrownBy(story::flush).isInstanceOf(SingleParentException.class);
    }

    @Test
    void an_owner_that_is_removed_does_not_count() {
        Story story = garage();
        Car first = story.find(Car.class, 1);
        Motor motor = first.motor;
        first.motor = null;
        story.remove(first);
        story.find(Car.class, 2).motor = motor;

        assertThat(story.flush()).containsExactly("remove Car#1 [REM-1]");
    }

    @Test
    void an_owner_that_is_not_in_memory_is_the_unique_keys_business() {
        Story story = garage();
        story.find(Car.class, 2).motor = story.find(Motor.class, 11);

        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).contains("Car#1 {motor_id=11}", "Car#2 {motor_id=11}");
    }

    @Test
    void rows_that_share_a_target_block_its_removal_or_are_nulled_over_the_inverse() {
        Story story = garage().row(Car.class, 2, "motor_id", 11);
        story.remove(story.find(Car.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "set Car#2 Car.motor = NULL [REM-1]", "remove Car#1 [REM-1]", "remove Motor#11 [REM-8]");
    }

    private static void assertRefused(Story story) {
        assertThatThrownBy(story::flush).isInstanceOfSatisfying(SingleParentException.class, refused -> {
            assertThat(refused.rule()).contains(Rule.DEC_4);
            assertThat(refused.where()).contains("Car.motor");
        });
        assertThat(story.sent()).isEmpty();
    }

    private static Story garage() {
        return Story.of(Garage.contract())
                .row(Motor.class, 11)
                .row(Car.class, 1, "motor_id", 11)
                .row(Car.class, 2, "motor_id", null);
    }
}
