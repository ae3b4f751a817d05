package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Nodes of a tree. */
final class Tree {
    private Tree() {}

    static ContractBuilder contract() {
        return CascadeContract.builder(Node.class);
    }

    static Node node(Integer id, Node... children) {
        Node node = new Node();
        node.id = id;
        node.children = new ArrayList<>(List.of(children));
        return node;
    }

    @Entity(name = "Node")
    static class Node extends Row {
        @ManyToOne
        Node parent;

        @OneToMany(mappedBy = "parent")
        List<Node> children;
    }

    static class NodeProxy extends Node {}
}
