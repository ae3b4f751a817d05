package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.Mode;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MappingCheckTest {
    @Test
    void everything_that_is_not_taken_is_named_at_once_before_any_connection_is_used() {
        assertThatThrownBy(() -> connect(Odd.class, Derived.class, Guess.class, Target.class))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("mybatis")
                .hasMessageContaining("Odd.names: @ElementCollection")
                .hasMessageContaining("Odd.picture: @Lob")
                .hasMessageContaining("Odd.money.currency: no MyBatis type handler for java.util.Currency")
                .hasMessageContaining("Odd.version: a version of type java.sql.Timestamp")
                .hasMessageContaining("Odd.targets: a collection of another type")
                .hasMessageContaining("Odd.ordered: @OrderBy something that is not a column of its members: size")
                .hasMessageContaining("Odd.numbered: @OrderColumn")
                .hasMessageContaining("Derived.odd: @Id on a relation")
                .hasMessageContaining("Derived.code: @Convert")
                .hasMessageContaining("Guess.id: generated otherwise")
                .hasMessageContaining("Guess: no constructor without arguments")
                .hasMessageContaining("Target.odd: a key column that is not written");
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
    static class Money {
        Currency currency;
    }

    @Entity
    static class Odd {
        @Id
        Long id;

        @Embedded
        Money money;

        @ElementCollection
        List<String> names;

        @Lob
        byte[] picture;

        @Version
        Timestamp version;

        @OneToMany(mappedBy = "odd")
        ArrayList<Target> targets;

        @OneToMany(mappedBy = "other")
        @OrderBy("name, size")
        List<Target> ordered;

        @OneToMany(mappedBy = "third")
        @OrderColumn
        List<Target> numbered;
    }

    @Entity
    static class Target {
        @Id
        Long id;

        String name;

        @ManyToOne
        @JoinColumn(insertable = false, updatable = false)
        Odd odd;

        @ManyToOne
        Odd other;

        @ManyToOne
        Odd third;
    }

    @Entity
    static class Derived {
        @Id
        @ManyToOne
        Odd odd;

        @Convert(disableConversion = true)
        String code;
    }

    @Entity
    static class Guess {
        @Id
        @GeneratedValue
        Long id;

        Guess(long id) {}
    }
}
