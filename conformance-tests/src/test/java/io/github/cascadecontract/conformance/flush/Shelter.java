package io.github.cascadecontract.conformance.flush;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.SET_BASED;
import static jakarta.persistence.CascadeType.ALL;

import io.github.cascadecontract.annotation.PassiveDeletes;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Has a version, an element collection, and children joined of two tables. */
@Entity
@Table(name = "shelters")
public class Shelter {
    static final String TABLES = """
            create table shelters (id bigint primary key, version integer not null, name text);
            create table shelter_phones (shelter_id bigint not null references shelters, phone text);
            create table animals (id bigint primary key, kind text, name text, shelter_id bigint references shelters);
            create table dogs (id bigint primary key references animals, breed text);
            insert into shelters values (1, 0, 'North'), (2, 0, 'South');
            insert into shelter_phones values (1, '11'), (1, '12'), (2, '21');
            insert into animals values (1, 'Dog', 'Rex', 1), (2, 'Dog', 'Ida', 1), (3, 'Animal', 'Tom', 1);
            insert into dogs values (1, 'collie'), (2, 'poodle');
            """;

    @Id
    Long id;

    @Version
    int version;

    String name;

    @ElementCollection
    @CollectionTable(name = "shelter_phones", joinColumns = @JoinColumn(name = "shelter_id"))
    @Column(name = "phone")
    List<String> phones = new ArrayList<>();

    @OneToMany(mappedBy = "shelter", cascade = ALL, orphanRemoval = true)
    @PassiveDeletes(SET_BASED)
    List<Animal> animals = new ArrayList<>();

    /** Rows in one table. */
    @Entity(name = "Animal")
    @Table(name = "animals")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind")
    @DiscriminatorValue("Animal")
    public static class Animal {
        @Id
        Long id;

        String name;

        @ManyToOne
        @JoinColumn(name = "shelter_id")
        Shelter shelter;
    }

    /** Rows in two. */
    @Entity(name = "Dog")
    @Table(name = "dogs")
    @DiscriminatorValue("Dog")
    public static class Dog extends Animal {
        String breed;
    }
}
