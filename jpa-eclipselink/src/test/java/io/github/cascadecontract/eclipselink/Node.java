package io.github.cascadecontract.eclipselink;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "nodes")
class Node {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "node_ids")
    @SequenceGenerator(name = "node_ids", sequenceName = "node_ids", allocationSize = 10)
    Long id;

    @Version
    int version;

    String name;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    Node parent;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Node> children = new ArrayList<>();

    protected Node() {}

    Node(String name) {
        this.name = name;
    }

    Node add(Node child) {
        children.add(child);
        child.parent = this;
        return child;
    }
}
