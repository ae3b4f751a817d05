package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.StaleEntityException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColumnTypesTest {
    private final UUID id = UUID.randomUUID();
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Account.DDL);
        factory = UnitOfWorkFactory.open(CascadeContract.of(Account.class), schema.dataSource());
        factory.inTransaction(work -> {
            work.persist(full(id));
            work.persist(empty(new UUID(0, 1)));
        });
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        schema.close();
    }

    @Test
    void every_type_comes_back_as_it_was_written() {
        Account found = found(id);
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("computed", "version", "paid")
                .isEqualTo(full(id));
        assertThat(found.getPaid()).isAtSameInstantAs(full(id).getPaid());
        assertThat(found.getComputed()).isEqualTo("by the database");
    }

    @Test
    void null_comes_back_as_null_whatever_a_new_object_begins_with() {
        assertThat(found(new UUID(0, 1)).getName()).isNull();
        assertThat(found(new UUID(0, 1)).getData()).isNull();
    }

    @Test
    void every_changed_value_is_written_and_an_unchanged_entity_is_not() {
        factory.inTransaction(work -> {
            Account account = work.find(Account.class, id);
            Account other = work.find(Account.class, new UUID(0, 1));
            schema.sent();
            work.flush();
            assertThat(schema.sent()).isEmpty();
            account.getData()[0] = 9;
            account.getChanged().setTime(0);
            account.setColor(Account.Color.RED);
            other.setAmount(new BigDecimal("1.50"));
        });

        assertThat(found(id).getData()).containsExactly(9, 2, 3);
        assertThat(found(id).getChanged()).isEqualTo(new Date(0));
        assertThat(found(id).getColor()).isEqualTo(Account.Color.RED);
        assertThat(found(new UUID(0, 1)).getAmount()).isEqualByComparingTo("1.5");
    }

    @Test
    void a_version_grows_with_every_update() {
        assertThat(found(id).getVersion()).isZero();
        factory.inTransaction(work -> {
            Account account = work.find(Account.class, id);
            account.setName("one");
            work.flush();
            assertThat(account.getVersion()).isEqualTo(1);
            account.setName("two");
        });

        assertThat(found(id).getVersion()).isEqualTo(2);
    }

    @Test
    void another_version_is_stale_for_update_and_delete_and_a_row_that_is_gone_is_deleted() {
        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    work.find(Account.class, id).setName("mine");
                    schema.execute("UPDATE accounts SET version = 7");
                }))
                .isInstanceOf(StaleEntityException.class);
        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    work.remove(work.find(Account.class, id));
                    schema.execute("UPDATE accounts SET version = 8");
                }))
                .isInstanceOf(StaleEntityException.class);
        factory.inTransaction(work -> {
            work.remove(work.find(Account.class, id));
            schema.execute("DELETE FROM accounts");
        });
        assertThat(schema.column("SELECT id FROM accounts")).isEmpty();
    }

    private Account found(UUID wanted) {
        return factory.callInTransaction(work -> work.find(Account.class, wanted));
    }

    private static Account empty(UUID id) {
        Account account = new Account();
        account.setId(id);
        account.setName(null);
        return account;
    }

    private static Account full(UUID id) {
        Account account = new Account();
        account.setId(id);
        account.setActive(true);
        account.setLevel((short) 3);
        account.setCount(5_000_000_000L);
        account.setRatio(0.25);
        account.setWeight(1.5f);
        account.setInitial('x');
        account.setName("it's \"quoted\", {braced} and \\");
        account.setAmount(new BigDecimal("12.30"));
        account.setBig(new BigInteger("123456789012345678901234567890"));
        account.setColor(Account.Color.GREEN);
        account.setShade(Account.Color.GREEN);
        account.setData(new byte[] {1, 2, 3});
        account.setBorn(LocalDate.of(1969, 7, 20));
        account.setWakes(LocalTime.of(6, 30));
        account.setSeen(LocalDateTime.of(2020, 2, 29, 12, 0, 1, 123_000_000));
        account.setPaid(OffsetDateTime.of(2020, 2, 29, 12, 0, 0, 0, ZoneOffset.ofHours(5)));
        account.setNoted(Instant.parse("2021-03-04T05:06:07.089Z"));
        account.setChanged(new Date(1_600_000_000_000L));
        return account;
    }
}
