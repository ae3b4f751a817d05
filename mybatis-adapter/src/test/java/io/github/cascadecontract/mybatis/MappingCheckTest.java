package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.Mode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MappingCheckTest {
    @Test
    void everything_that_is_not_taken_is_named_at_once_before_any_connection_is_used() {
        assertThatThrownBy(() -> connect(Odd.class, Composite.class, Guess.class, Target.class))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("mybatis")
                .hasMessageContaining("Odd.money: @Embedded")
                .hasMessageContaining("Odd.currency: no MyBatis type handler for java.util.Currency")
                .hasMessageContaining("Odd.version: a version of type java.time.Instant")
                .hasMessageContaining("Odd.targets: a collection of another type")
                .hasMessageContaining("Odd.ordered: @OrderBy")
                .hasMessageContaining("Composite: composite id")
                .hasMessageContaining("Guess.id: generated otherwise")
                .hasMessageContaining("Guess: no constructor without arguments")
                .hasMessageContaining("Target.byName: a key that refers to another column than the id");
    }

    @Test
    void native_mode_takes_the_same_mappings() {
        assertThatThrownBy(() -> new MyBatisCascade()
                        .connect(CascadeContract.of(Guess.class), new PGSimpleDataSource(), Mode.NATIVE))
                .isInstanceOf(UnsupportedMappingException.class);
        assertThatCode(() -> connect(Account.class)).doesNotThrowAnyException();
    }

    private static void connect(Class<?>... classes) {
        new MyBatisCascade().connect(CascadeContract.of(classes), new PGSimpleDataSource(), Mode.CONTRACT);
    }

    @Embeddable
    static class Money {}

    @Entity
    static class Odd {
        @Id
        Long id;

        @Embedded
        Money money;

        Currency currency;

        @Version
        Instant version;

        @OneToMany(mappedBy = "odd")
        ArrayList<Target> targets;

        @OneToMany(mappedBy = "other")
        @OrderBy("name")
        List<Target> ordered;
    }

    @Entity
    static class Target {
        @Id
        Long id;

        String name;

        @ManyToOne
        Odd odd;

        @ManyToOne
        Odd other;

        @ManyToOne
        @JoinColumn(name = "by_name", referencedColumnName = "name")
        Odd byName;
    }

    record Key(long a, long b) {}

    @Entity
    @IdClass(Key.class)
    static class Composite {
        @Id
        Long a;

        @Id
        Long b;
    }

    @Entity
    static class Guess {
        @Id
        @GeneratedValue
        Long id;

        Guess(long id) {}
    }
}
