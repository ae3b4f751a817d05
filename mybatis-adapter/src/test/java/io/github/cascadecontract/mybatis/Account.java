package io.github.cascadecontract.mybatis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.UUID;

/** Every column type that the adapter knows, property access, and a version. */
@Entity
@Table(name = "accounts")
class Account {
    static final String DDL = """
            CREATE TABLE accounts (id uuid PRIMARY KEY, version int NOT NULL, active bool NOT NULL, level smallint,
                count bigint, ratio float8, weight float4, initial char(1), name varchar(40), amount numeric(12,2),
                big numeric, color text, shade int, data bytea, born date, wakes time, seen timestamp, paid timestamptz,
                noted timestamptz, changed timestamp, computed text DEFAULT 'by the database');
            """;

    private UUID id;
    private int version;
    private boolean active;
    private Short level;
    private Long count;
    private Double ratio;
    private Float weight;
    private Character initial;
    private String name = "unnamed";
    private BigDecimal amount;
    private BigInteger big;
    private Color color;
    private Color shade;
    private byte[] data;
    private LocalDate born;
    private LocalTime wakes;
    private LocalDateTime seen;
    private OffsetDateTime paid;
    private Instant noted;
    private Date changed;
    private String computed;

    enum Color {
        RED,
        GREEN {
            @Override
            boolean isCalm() {
                return true;
            }
        };

        boolean isCalm() {
            return false;
        }
    }

    @Id
    UUID getId() {
        return id;
    }

    void setId(UUID id) {
        this.id = id;
    }

    @Version
    int getVersion() {
        return version;
    }

    void setVersion(int version) {
        this.version = version;
    }

    boolean isActive() {
        return active;
    }

    void setActive(boolean active) {
        this.active = active;
    }

    Short getLevel() {
        return level;
    }

    void setLevel(Short level) {
        this.level = level;
    }

    Long getCount() {
        return count;
    }

    void setCount(Long count) {
        this.count = count;
    }

    Double getRatio() {
        return ratio;
    }

    void setRatio(Double ratio) {
        this.ratio = ratio;
    }

    Float getWeight() {
        return weight;
    }

    void setWeight(Float weight) {
        this.weight = weight;
    }

    Character getInitial() {
        return initial;
    }

    void setInitial(Character initial) {
        this.initial = initial;
    }

    String getName() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }

    BigDecimal getAmount() {
        return amount;
    }

    void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    BigInteger getBig() {
        return big;
    }

    void setBig(BigInteger big) {
        this.big = big;
    }

    @Enumerated(EnumType.STRING)
    Color getColor() {
        return color;
    }

    void setColor(Color color) {
        this.color = color;
    }

    @Enumerated
    Color getShade() {
        return shade;
    }

    void setShade(Color shade) {
        this.shade = shade;
    }

    byte[] getData() {
        return data;
    }

    void setData(byte[] data) {
        this.data = data;
    }

    LocalDate getBorn() {
        return born;
    }

    void setBorn(LocalDate born) {
        this.born = born;
    }

    LocalTime getWakes() {
        return wakes;
    }

    void setWakes(LocalTime wakes) {
        this.wakes = wakes;
    }

    LocalDateTime getSeen() {
        return seen;
    }

    void setSeen(LocalDateTime seen) {
        this.seen = seen;
    }

    OffsetDateTime getPaid() {
        return paid;
    }

    void setPaid(OffsetDateTime paid) {
        this.paid = paid;
    }

    Instant getNoted() {
        return noted;
    }

    void setNoted(Instant noted) {
        this.noted = noted;
    }

    Date getChanged() {
        return changed;
    }

    void setChanged(Date changed) {
        this.changed = changed;
    }

    @Column(insertable = false, updatable = false)
    String getComputed() {
        return computed;
    }

    void setComputed(String computed) {
        this.computed = computed;
    }
}
