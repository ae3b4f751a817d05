package io.github.cascadecontract.mapping;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.List;

/** Classes as applications write them. */
final class Mapped {
    private Mapped() {}

    @Entity
    static class Plain {
        static int count;

        @Id
        Integer id;

        String title;

        @Column(name = "body_text", updatable = false)
        String body;

        @Version
        int version;

        @Transient
        String passing;

        transient String alsoPassing;
    }

    @Entity
    static class Child extends Plain {}

    @Entity
    static class Bean {
        private Integer number;
        private String name;
        private List<Bean> children;

        @Id
        Integer getId() {
            return number;
        }

        void setId(Integer id) {
            number = id;
        }

        String getName() {
            return name;
        }

        void setName(String name) {
            this.name = name + " by setter";
        }

        boolean isActive() {
            return true;
        }

        void setActive(boolean active) {
            throw new IllegalArgumentException("refused by the application");
        }

        String getURL() {
            return "";
        }

        void setURL(String url) {}

        @OneToMany(mappedBy = "parent")
        List<Bean> getBeans() {
            return children;
        }

        void setBeans(List<Bean> beans) {
            children = beans;
        }

        String getWithoutSetter() {
            return "";
        }

        @Transient
        String getPassing() {
            return "";
        }

        void setPassing(String passing) {}

        String get() {
            return "no property";
        }

        boolean is() {
            return true;
        }
    }

    @Entity
    static class Mixed {
        @Id
        Integer id;

        String plain;

        @Access(AccessType.PROPERTY)
        String getComputed() {
            return "";
        }

        void setComputed(String computed) {}

        String getIgnored() {
            return "";
        }

        void setIgnored(String ignored) {}
    }

    @MappedSuperclass
    static class Base {
        @Id
        Integer key;

        String created;
    }

    static class NotMapped extends Base {
        String unknown;
    }

    @Entity
    static class Derived extends NotMapped {
        String own;
    }

    @Entity(name = "Nick")
    @Table(name = "named_things", schema = "shop")
    static class Named {
        @Id
        @Column(name = "named_id")
        Integer id;
    }

    @Entity
    @Table(schema = "shop")
    static class TableWithoutName {
        @Id
        Integer id;
    }

    @Entity
    static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity
    static class Sequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(name = "s", sequenceName = "sequence_of_things")
        Integer id;
    }

    @Entity
    @SequenceGenerator(name = "by_name")
    static class SequenceOnClass {
        @Id
        @GeneratedValue
        Integer id;
    }

    @Entity
    static class Auto {
        @Id
        @GeneratedValue
        Integer id;
    }

    static class Place {
        String town;
    }

    static class Pair {
        Integer one;
        Integer two;
    }

    @Entity
    @AttributeOverride(name = "created", column = @Column(name = "made"))
    @AssociationOverride(name = "owner", joinColumns = @JoinColumn(name = "owned_by"))
    static class Rich extends Base {
        @Embedded
        Place place;

        @ElementCollection
        List<String> words;
    }

    @Entity
    @IdClass(Pair.class)
    static class TwoIds {
        @Id
        Integer one;

        @Id
        Integer two;
    }

    @Entity
    static class WithEmbeddedId {
        @EmbeddedId
        Place id;
    }

    @Entity
    static class WithoutId {
        String name;
    }

    @Entity
    static class Hidden {
        @OneToMany
        @JoinColumn
        private List<Plain> plains;

        @Id
        Integer getId() {
            return 1;
        }

        void setId(Integer id) {}

        @ManyToOne
        Plain getOther() {
            return null;
        }
    }
}
