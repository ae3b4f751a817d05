package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Boxes have items; an item has no attribute for its box. */
final class OneWay {
    private OneWay() {}

    static ContractBuilder contract() {
        return CascadeContract.builder(Box.class, Item.class);
    }

    static Box box(Integer id, Item... items) {
        Box box = new Box();
        box.id = id;
        box.items = new ArrayList<>(List.of(items));
        return box;
    }

    static Item item(Integer id) {
        Item item = new Item();
        item.id = id;
        return item;
    }

    @Entity(name = "Box")
    static class Box extends Row {
        @OneToMany
        @JoinColumn(name = "box_id")
        List<Item> items;
    }

    @Entity(name = "Item")
    static class Item extends Row {}
}
