package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders with lines by article (a map), remarks in an order, a version that is a time, and converted values. */
final class Shop {
    static final String DDL = """
            CREATE TABLE orders (id bigserial PRIMARY KEY, changed timestamptz NOT NULL, labels text NOT NULL, urgent char(1));
            CREATE TABLE lines (id bigserial PRIMARY KEY, sku text, amount int, order_id bigint REFERENCES orders);
            CREATE TABLE remarks (id bigserial PRIMARY KEY, place int, text text, order_id bigint REFERENCES orders);
            """;

    static final CascadeContract CONTRACT = CascadeContract.of(Order.class, Line.class, Remark.class);

    private Shop() {}

    @Entity
    @Table(name = "orders")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @Version
        private Instant changed;

        @Convert(converter = Labels.class)
        private List<String> labels = new ArrayList<>();

        @Convert(converter = YesNo.class)
        private Boolean urgent;

        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
        @MapKey(name = "sku")
        private Map<String, Line> lines = new HashMap<>();

        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("place DESC, id")
        private List<Remark> remarks = new ArrayList<>();

        Long getId() {
            return id;
        }

        void setId(Long id) {
            this.id = id;
        }

        Instant getChanged() {
            return changed;
        }

        List<String> getLabels() {
            return labels;
        }

        Boolean getUrgent() {
            return urgent;
        }

        void setUrgent(Boolean urgent) {
            this.urgent = urgent;
        }

        Map<String, Line> getLines() {
            return lines;
        }

        List<Remark> getRemarks() {
            return remarks;
        }
    }

    @Entity
    @Table(name = "lines")
    static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String sku;
        private int amount;

        @ManyToOne
        @JoinColumn(name = "order_id")
        private Order order;

        Line() {}

        Line(String sku, int amount) {
            this.sku = sku;
            this.amount = amount;
        }

        Long getId() {
            return id;
        }

        void setId(Long id) {
            this.id = id;
        }

        int getAmount() {
            return amount;
        }

        Order getOrder() {
            return order;
        }
    }

    @Entity
    @Table(name = "remarks")
    static class Remark {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private int place;
        private String text;

        @ManyToOne
        @JoinColumn(name = "order_id")
        private Order order;

        Remark() {}

        Remark(int place, String text) {
            this.place = place;
            this.text = text;
        }

        String getText() {
            return text;
        }
    }

    /** A list that the application changes in place; none at all is an empty text. */
    static final class Labels implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> labels) {
            return labels == null ? "" : String.join(",", labels);
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            return text == null || text.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(text.split(",")));
        }
    }

    /** One letter. */
    static final class YesNo implements AttributeConverter<Boolean, Character> {
        @Override
        public Character convertToDatabaseColumn(Boolean value) {
            if (value == null) return null;
            return value ? 'Y' : 'N';
        }

        @Override
        public Boolean convertToEntityAttribute(Character letter) {
            return letter == null ? null : letter == 'Y';
        }
    }
}
