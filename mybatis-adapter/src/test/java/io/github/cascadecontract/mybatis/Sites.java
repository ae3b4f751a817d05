package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Composite ids of both kinds and what refers to them, an id that is derived, a random one, and embeddables. */
final class Sites {
    static final String DDL = """
            CREATE TABLE regions (country text, code int, version int NOT NULL, name text, main_city text, main_zip int,
                main_owner uuid, PRIMARY KEY (country, code));
            CREATE TABLE sites (country text, number int, label text, region_country text, region_code int,
                PRIMARY KEY (country, number), FOREIGN KEY (region_country, region_code) REFERENCES regions);
            CREATE TABLE notes (id bigserial PRIMARY KEY, text text, region_country text, region_code int,
                FOREIGN KEY (region_country, region_code) REFERENCES regions);
            CREATE TABLE site_friends (site_country text, site_number int, friend_country text, friend_number int,
                FOREIGN KEY (site_country, site_number) REFERENCES sites,
                FOREIGN KEY (friend_country, friend_number) REFERENCES sites ON DELETE CASCADE);
            CREATE TABLE plans (country text, number int, sheets int, PRIMARY KEY (country, number),
                FOREIGN KEY (country, number) REFERENCES sites);
            CREATE TABLE owners (id uuid PRIMARY KEY, name text);
            INSERT INTO regions VALUES ('at', 1, 0, 'east', 'wien', 1010, NULL), ('at', 2, 0, 'west', NULL, NULL, NULL),
                ('de', 1, 0, 'north', NULL, NULL, NULL);
            INSERT INTO sites VALUES ('at', 1, 'a', 'at', 1), ('at', 2, 'b', 'at', 1), ('de', 1, 'c', 'de', 1);
            INSERT INTO notes (text, region_country, region_code) VALUES ('n', 'at', 1);
            INSERT INTO site_friends VALUES ('at', 1, 'at', 2), ('at', 1, 'de', 1);
            """;

    static final CascadeContract CONTRACT =
            CascadeContract.of(Region.class, Site.class, Note.class, Plan.class, Owner.class);

    private Sites() {}

    @Embeddable
    record RegionId(String country, int code) {}

    @Embeddable
    static class Address {
        private String city;
        private int zip;

        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        @JoinColumn(name = "main_owner")
        private Owner owner;

        Address() {}

        Address(String city, int zip, Owner owner) {
            this.city = city;
            this.zip = zip;
            this.owner = owner;
        }

        String getCity() {
            return city;
        }

        void setCity(String city) {
            this.city = city;
        }

        int getZip() {
            return zip;
        }

        Owner getOwner() {
            return owner;
        }

        void setOwner(Owner owner) {
            this.owner = owner;
        }
    }

    @Entity
    @Table(name = "regions")
    static class Region {
        @EmbeddedId
        private RegionId id;

        @Version
        private Integer version;

        private String name;

        @Embedded
        @AttributeOverride(name = "city", column = @Column(name = "main_city"))
        @AttributeOverride(name = "zip", column = @Column(name = "main_zip"))
        private Address address;

        @OneToMany(mappedBy = "region", cascade = CascadeType.ALL, orphanRemoval = true)
        private Set<Site> sites = new HashSet<>();

        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "region_country", referencedColumnName = "country")
        @JoinColumn(name = "region_code", referencedColumnName = "code")
        private List<Note> notes = new ArrayList<>();

        Region() {}

        Region(String country, int code, String name) {
            this.id = new RegionId(country, code);
            this.name = name;
        }

        RegionId getId() {
            return id;
        }

        String getName() {
            return name;
        }

        void setName(String name) {
            this.name = name;
        }

        Address getAddress() {
            return address;
        }

        void setAddress(Address address) {
            this.address = address;
        }

        Set<Site> getSites() {
            return sites;
        }

        List<Note> getNotes() {
            return notes;
        }
    }

    static class SiteKey {
        private String country;
        private int number;

        SiteKey() {}

        SiteKey(String country, int number) {
            this.country = country;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SiteKey key && number == key.number && Objects.equals(country, key.country);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Entity
    @Table(name = "sites")
    @IdClass(SiteKey.class)
    static class Site {
        @Id
        private String country;

        @Id
        private int number;

        private String label;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "region_code", referencedColumnName = "code")
        @JoinColumn(name = "region_country", referencedColumnName = "country")
        private Region region;

        @ManyToMany
        @JoinTable(
                name = "site_friends",
                joinColumns = {
                    @JoinColumn(name = "site_country", referencedColumnName = "country"),
                    @JoinColumn(name = "site_number", referencedColumnName = "number")
                },
                inverseJoinColumns = {
                    @JoinColumn(name = "friend_country", referencedColumnName = "country"),
                    @JoinColumn(name = "friend_number", referencedColumnName = "number")
                })
        private List<Site> friends = new ArrayList<>();

        @OneToOne(mappedBy = "site", cascade = CascadeType.ALL, orphanRemoval = true)
        private Plan plan;

        Site() {}

        Site(String country, int number) {
            this.country = country;
            this.number = number;
        }

        String getLabel() {
            return label;
        }

        void setLabel(String label) {
            this.label = label;
        }

        Region getRegion() {
            return region;
        }

        void setRegion(Region region) {
            this.region = region;
        }

        List<Site> getFriends() {
            return friends;
        }

        Plan getPlan() {
            return plan;
        }

        void setPlan(Plan plan) {
            this.plan = plan;
        }
    }

    @Embeddable
    static class PlanId {
        private String country;
        private int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof PlanId key && number == key.number && Objects.equals(country, key.country);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /** Its id is that of its site. */
    @Entity
    @Table(name = "plans")
    static class Plan {
        @EmbeddedId
        private PlanId id;

        private int sheets;

        @MapsId
        @OneToOne
        @JoinColumn(name = "country", referencedColumnName = "country")
        @JoinColumn(name = "number", referencedColumnName = "number")
        private Site site;

        Plan() {}

        Plan(int sheets) {
            this.sheets = sheets;
        }

        int getSheets() {
            return sheets;
        }

        Site getSite() {
            return site;
        }
    }

    @Entity
    @Table(name = "notes")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String text;

        Note() {}

        Note(String text) {
            this.text = text;
        }
    }

    @Entity
    @Table(name = "owners")
    static class Owner {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        private UUID id;

        private String name;

        Owner() {}

        Owner(String name) {
            this.name = name;
        }

        UUID getId() {
            return id;
        }

        String getName() {
            return name;
        }
    }
}
