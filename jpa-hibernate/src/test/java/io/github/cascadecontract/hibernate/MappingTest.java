package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.hibernate.Zoo.Animal;
import io.github.cascadecontract.hibernate.Zoo.Ball;
import io.github.cascadecontract.hibernate.Zoo.Bird;
import io.github.cascadecontract.hibernate.Zoo.Cat;
import io.github.cascadecontract.hibernate.Zoo.Home;
import io.github.cascadecontract.hibernate.Zoo.Keeper;
import io.github.cascadecontract.hibernate.Zoo.Rank;
import io.github.cascadecontract.hibernate.Zoo.Toy;
import io.github.cascadecontract.hibernate.Zoo.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values, embeddables, collections and hierarchies of all kinds. */
class MappingTest {
    private final World world = Zoo.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void values_of_all_kinds_are_merged() {
        Keeper given = new Keeper(1);
        given.rank = Rank.HELPER;
        given.born = LocalDate.of(1999, 1, 1);
        given.seen = Instant.EPOCH;
        given.photo = new byte[] {7};
        given.nick = "XYZ";
        given.phones = new HashSet<>(Set.of("12", "13"));
        given.animals = null;
        given.toys = null;
        given.home = new Home();
        given.home.street = "second";
        world.units().inTransaction(work -> {
            given.home.zone = work.find(Zone.class, 2L);
            work.merge(given);
        });
        assertThat(
                        world.rows(
                                "SELECT rank, born, nick, street, zone_id, encode(photo, 'hex'), extract(epoch FROM seen)::int FROM keepers WHERE id = 1"))
                .containsExactly("HELPER,1999-01-01,xyz,second,2,07,0");
        assertThat(world.rows("SELECT phone FROM keeper_phones ORDER BY 1")).containsExactly("12", "13");
        assertThat(world.rows("SELECT count(*) FROM animals WHERE keeper_id = 1"))
                .containsExactly("2");
    }

    @Test
    void unchanged_values_of_all_kinds_send_nothing() {
        Keeper given = new Keeper(1);
        given.rank = Rank.HEAD;
        given.born = LocalDate.of(2000, 1, 2);
        given.seen = Instant.parse("2020-01-01T00:00:00Z");
        given.photo = new byte[] {1};
        given.nick = "ABC";
        given.phones = new HashSet<>(Set.of("11", "12"));
        given.animals = null;
        given.toys = null;
        given.home = new Home();
        given.home.street = "first";
        assertThat(world.sentBy(work -> {
                    given.home.zone = work.find(Zone.class, 1L);
                    work.merge(given);
                }))
                .allMatch(sent -> sent.startsWith("select"));
    }

    @Test
    void a_relation_inside_an_embeddable_is_a_pair_like_any_other() {
        world.units().inTransaction(work -> {
            Zone first = work.find(Zone.class, 1L);
            Zone second = work.find(Zone.class, 2L);
            Keeper moved = first.keepers.remove(0);
            second.keepers.add(moved);
            Keeper created = new Keeper(9);
            second.keepers.add(created);
        });
        assertThat(world.rows("SELECT id, zone_id, street FROM keepers ORDER BY id"))
                .containsExactly("1,2,first", "2,null,null", "9,2,null");
        world.units().inTransaction(work -> work.find(Keeper.class, 1L).home.zone = work.find(Zone.class, 1L));
        assertThat(world.rows("SELECT zone_id FROM keepers WHERE id = 1")).containsExactly("1");
        world.execute("UPDATE toys SET cat_id = NULL");
        world.units().inTransaction(work -> work.remove(work.find(Zone.class, 1L)));
        assertThat(world.rows("SELECT id FROM keepers ORDER BY id")).containsExactly("2", "9");
    }

    @Test
    void a_list_with_an_order_column_keeps_its_order() {
        world.units().inTransaction(work -> {
            Keeper keeper = work.find(Keeper.class, 1L);
            assertThat(keeper.animals).extracting(animal -> animal.name).containsExactly("b", "a");
            Cat cat = new Cat();
            cat.id = 9L;
            keeper.animals.add(0, cat);
            keeper.animals.remove(1);
        });
        assertThat(world.rows("SELECT id, place, keeper_id FROM animals ORDER BY id"))
                .containsExactly("2,1,1", "3,0,2", "9,0,1");
        assertThat(world.rows("SELECT animal_id FROM birds")).isEmpty();
    }

    @Test
    void a_map_by_an_attribute_is_a_collection_like_any_other() {
        world.units().inTransaction(work -> {
            Keeper keeper = work.find(Keeper.class, 1L);
            assertThat(keeper.toys).containsKey(7);
            keeper.toys.remove(7);
            keeper.toys.put(3, new Toy(3, 3));
            work.find(Keeper.class, 2L).toys.put(4, new Ball(4, 4));
        });
        assertThat(world.rows("SELECT id, dtype, keeper_id FROM toys ORDER BY id"))
                .containsExactly("2,Toy,1", "3,Toy,1", "4,Ball,2");
    }

    @Test
    void a_map_is_merged_by_its_members() {
        Keeper given = new Keeper(1);
        given.animals = null;
        given.phones = null;
        Ball ball = new Ball(1, 8);
        ball.cat = new Cat();
        ball.cat.id = 2L;
        given.toys.put(8, ball);
        given.toys.put(5, new Toy(5, 5));
        world.units().inTransaction(work -> {
            Keeper merged = work.merge(given);
            assertThat(merged.toys.values()).extracting(toy -> toy.id).containsExactlyInAnyOrder(1L, 5L);
        });
        assertThat(world.rows("SELECT id, size FROM toys ORDER BY id")).containsExactly("1,8", "5,5");
    }

    @Test
    void a_hierarchy_in_joined_tables_is_removed_with_all_its_rows() {
        world.units().inTransaction(work -> {
            Cat cat = work.find(Cat.class, 2L);
            assertThat(cat.balls).hasSize(1);
            cat.friend = work.find(Animal.class, 1L);
            work.flush();
            work.remove(work.find(Keeper.class, 1L));
        });
        assertThat(world.rows("SELECT id FROM animals")).containsExactly("3");
        assertThat(world.rows("SELECT animal_id FROM cats")).containsExactly("3");
        assertThat(world.rows("SELECT animal_id FROM birds")).isEmpty();
        assertThat(world.rows("SELECT id FROM toys")).isEmpty();
        assertThat(world.rows("SELECT phone FROM keeper_phones")).isEmpty();
    }

    @Test
    void a_relation_of_a_subclass_is_followed_through_the_superclass() {
        world.units().inTransaction(work -> {
            Animal animal = work.find(Animal.class, 2L);
            ((Cat) animal).balls.clear();
            Cat other = work.find(Cat.class, 3L);
            other.balls.add(new Ball(8, 1));
            other.balls.add(new Ball(9, 2));
        });
        assertThat(world.rows("SELECT id, cat_id FROM toys ORDER BY id")).containsExactly("2,null", "8,3", "9,3");
        world.units().inTransaction(work -> {
            Cat other = work.find(Cat.class, 3L);
            assertThat(other.balls).extracting(ball -> ball.id).containsExactly(9L, 8L);
            work.refresh(other);
            assertThat(work.find(Bird.class, 2L)).isNull();
        });
    }

    @Test
    void an_element_collection_is_written_and_refreshed_by_the_provider() {
        world.units().inTransaction(work -> {
            Keeper keeper = work.find(Keeper.class, 1L);
            keeper.phones.remove("11");
            work.refresh(keeper);
            assertThat(keeper.phones).containsExactlyInAnyOrder("11", "12");
            keeper.phones.add("13");
        });
        assertThat(world.rows("SELECT phone FROM keeper_phones ORDER BY 1")).containsExactly("11", "12", "13");
    }
}
