package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A tree, a one-to-many without inverse, and a many-to-many, with assigned ids. */
final class Family {
    static final String DDL = """
            CREATE TABLE nodes (id int PRIMARY KEY, label text, parent_id int REFERENCES nodes ON DELETE RESTRICT);
            CREATE TABLE boxes (id int PRIMARY KEY);
            CREATE TABLE items (id int PRIMARY KEY, label text, box_id int NOT NULL REFERENCES boxes);
            CREATE TABLE tags (id int PRIMARY KEY, name text);
            CREATE TABLE node_tags (node_id int REFERENCES nodes, tag_id int REFERENCES tags, PRIMARY KEY (node_id, tag_id));
            INSERT INTO boxes VALUES (1), (2);
            INSERT INTO items VALUES (1, 'one', 1), (2, 'two', 1), (3, 'three', 2);
            INSERT INTO tags VALUES (1, 'red'), (2, 'green');
            """;

    static final CascadeContract CONTRACT = CascadeContract.of(Node.class, Tag.class, Box.class, Item.class);

    private Family() {}

    @Entity
    @Table(name = "nodes")
    static class Node {
        @Id
        private Integer id;

        private String label;

        @ManyToOne
        @JoinColumn(name = "parent_id")
        @OnDelete(ReferentialAction.RESTRICT)
        private Node parent;

        @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, orphanRemoval = true)
        private Set<Node> children = new HashSet<>();

        @ManyToMany
        @JoinTable(
                name = "node_tags",
                joinColumns = @JoinColumn(name = "node_id"),
                inverseJoinColumns = @JoinColumn(name = "tag_id"))
        private List<Tag> tags = new ArrayList<>();

        Node() {}

        Node(int id, String label) {
            this.id = id;
            this.label = label;
        }

        Integer getId() {
            return id;
        }

        String getLabel() {
            return label;
        }

        void setLabel(String label) {
            this.label = label;
        }

        Node getParent() {
            return parent;
        }

        void setParent(Node parent) {
            this.parent = parent;
        }

        Set<Node> getChildren() {
            return children;
        }

        List<Tag> getTags() {
            return tags;
        }
    }

    @Entity
    @Table(name = "tags")
    static class Tag {
        @Id
        private int id;

        private String name;

        int getId() {
            return id;
        }

        String getName() {
            return name;
        }
    }

    @Entity
    @Table(name = "boxes")
    static class Box {
        @Id
        private int id;

        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "box_id", nullable = false)
        @PassiveDeletes(PassiveDeletes.Mode.OFF)
        private List<Item> items = new ArrayList<>();

        Box() {}

        Box(int id) {
            this.id = id;
        }

        List<Item> getItems() {
            return items;
        }
    }

    @Entity
    @Table(name = "items")
    static class Item {
        @Id
        private int id;

        private String label;

        Item() {}

        Item(int id, String label) {
            this.id = id;
            this.label = label;
        }

        void setLabel(String label) {
            this.label = label;
        }

        int getId() {
            return id;
        }
    }
}
