package io.github.cascadecontract.mybatis;

import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.mybatis.Shop.Line;
import io.github.cascadecontract.mybatis.Shop.Order;
import io.github.cascadecontract.mybatis.Shop.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maps by an attribute, ordered lists, converters, and a time as version. */
class ShopTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;
    private Long id;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Shop.DDL);
        factory = UnitOfWorkFactory.open(Shop.CONTRACT, schema.dataSource());
        Order order = new Order();
        order.getLabels().add("gift");
        order.getLines().put("pen", new Line("pen", 1));
        order.getLines().put("ink", new Line("ink", 2));
        order.getRemarks().addAll(List.of(new Remark(1, "last"), new Remark(3, "first"), new Remark(2, "middle")));
        factory.inTransaction(work -> work.persist(order));
        id = order.getId();
        schema.sent();
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        factory.close();
        schema.close();
    }

    @Test
    void a_map_is_loaded_when_it_is_used_and_its_changes_are_written() {
        factory.inTransaction(work -> {
            Order order = work.find(Order.class, id);
            assertThat(work.isLoaded(order, "lines")).isFalse();
            assertThat(order.getLines().get("pen").getAmount()).isEqualTo(1);
            assertThat(order.getLines()).containsOnlyKeys("pen", "ink");
            order.getLines().remove("pen");
            order.getLines().put("cap", new Line("cap", 3));
        });

        assertThat(lines()).containsExactly("cap", "ink");
    }

    @Test
    void a_map_may_be_changed_by_way_of_its_views() {
        factory.inTransaction(work -> {
            Order order = work.find(Order.class, id);
            order.getLines().values().removeIf(line -> line.getAmount() == 1);
            for (Map.Entry<String, Line> entry : order.getLines().entrySet()) entry.setValue(new Line("ink", 9));
        });

        assertThat(schema.column("SELECT sku || amount FROM lines")).containsExactly("ink9");
    }

    @Test
    void an_orphan_of_a_map_goes_with_a_cleared_map() {
        factory.inTransaction(work -> work.find(Order.class, id).getLines().clear());

        assertThat(lines()).isEmpty();
    }

    @Test
    void merge_and_refresh_know_maps() {
        factory.inTransaction(work -> {
            Order order = work.find(Order.class, id);
            Line ink = order.getLines().get("ink");
            Order given = new Order();
            given.setId(id);
            Line same = new Line("ink", 5);
            same.setId(ink.getId());
            given.getLines().put("ink", same);
            given.getLines().put("new", new Line("new", 7));

            work.merge(given, only("lines"));
            assertThat(order.getLines()).containsOnlyKeys("ink", "new").containsEntry("ink", ink);
            work.flush();
            order.getLines().clear();
            work.refresh(order);
            assertThat(order.getLines()).containsOnlyKeys("ink", "new");
        });

        assertThat(schema.column("SELECT sku || amount FROM lines ORDER BY 1")).containsExactly("ink5", "new7");
    }

    @Test
    void members_come_in_the_order_that_is_asked_for() {
        factory.inTransaction(work -> {
            assertThat(work.find(Order.class, id).getRemarks())
                    .extracting(Remark::getText)
                    .containsExactly("first", "middle", "last");
        });
    }

    @Test
    void a_converted_value_is_written_when_it_changes_in_place_too() {
        factory.inTransaction(work -> {
            Order order = work.find(Order.class, id);
            assertThat(order.getLabels()).containsExactly("gift");
            assertThat(order.getUrgent()).isNull();
            work.flush();
            assertThat(schema.sent()).containsExactly("SELECT orders");
            order.getLabels().add("card");
            order.setUrgent(true);
        });

        assertThat(schema.column("SELECT labels || urgent FROM orders")).containsExactly("gift,cardY");
        factory.inTransaction(work -> {
            Order order = work.find(Order.class, id);
            assertThat(order.getUrgent()).isTrue();
            order.getLabels().clear();
            order.setUrgent(null);
        });
        assertThat(schema.column("SELECT labels || coalesce(urgent, '?') FROM orders"))
                .containsExactly("?");
    }

    @Test
    void a_time_as_version_grows_with_every_update_and_another_one_is_stale() {
        Instant first = version();
        factory.inTransaction(work -> {
            Order order = work.find(Order.class, id);
            order.setUrgent(true);
            work.flush();
            Instant second = order.getChanged();
            order.setUrgent(false);
            work.flush();
            assertThat(order.getChanged()).isAfter(second);
            assertThat(second).isAfter(first);
        });
        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    work.find(Order.class, id).setUrgent(true);
                    schema.execute("UPDATE orders SET changed = changed + interval '1 second'");
                }))
                .isInstanceOf(StaleEntityException.class);
    }

    private Instant version() {
        return factory.callInTransaction(work -> work.find(Order.class, id)).getChanged();
    }

    private List<String> lines() {
        return schema.column("SELECT sku FROM lines ORDER BY 1");
    }
}
