package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting.Constraints;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.RelationSetting.Orphans;
import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.mapping.RelationKind;
import jakarta.persistence.CascadeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes models: which keys there are, on which sides they are mapped, what cascades, and what the database does. */
final class RandomModel {
    private static final int MOST_PLACES = 3;

    private final Dice dice;
    private final List<ForeignKeySetting> keys = new ArrayList<>();
    private final List<RelationSetting> relations = new ArrayList<>();

    private RandomModel(Dice dice) {
        this.dice = dice;
    }

    /** Returns a model that the contract accepts. */
    static ModelSettings next(Dice dice) {
        while (true) {
            ModelSettings model = new RandomModel(dice).model();
            if (isAccepted(model)) {
                return model;
            }
        }
    }

    /** Returns whether the contract accepts a model: contradicting settings are refused when it is built, which is no sequence of steps. */
    static boolean isAccepted(ModelSettings model) {
        try {
            GeneratedModel.of(model).contract();
            return true;
        } catch (InvalidContractException refused) {
            return false;
        }
    }

    private ModelSettings model() {
        places().forEach(this::add);
        return settings(keys, relations, this::generated);
    }

    private Set<BaseTable> generated(List<BaseTable> tables) {
        return tables.stream().filter(table -> dice.chance(35)).collect(Collectors.toSet());
    }

    private Set<KeyPlace> places() {
        Set<KeyPlace> places = EnumSet.of(dice.pick(KeyPlace.values()));
        int wanted = dice.between(1, MOST_PLACES);
        List<KeyPlace> fitting = fitting(places);
        while (places.size() < wanted && !fitting.isEmpty()) {
            places.add(dice.pick(fitting));
            fitting = fitting(places);
        }
        return places;
    }

    private static List<KeyPlace> fitting(Set<KeyPlace> places) {
        return Arrays.stream(KeyPlace.values())
                .filter(place -> place.fits(places))
                .toList();
    }

    private void add(KeyPlace place) {
        if (place.isLink()) {
            addLink(place);
        } else {
            addKey(place);
        }
    }

    private void addKey(KeyPlace place) {
        boolean nullable = place.isTree() || dice.chance(70);
        boolean unique = place.isSingle() && dice.chance(60);
        ForeignKeySetting key = new ForeignKeySetting(
                place.table(),
                place.column(),
                place.parent().table(),
                new Constraints(nullable, unique, false, false, null),
                action(),
                null);
        keys.add(key);
        Sides sides = sides(place);
        if (sides.parent) {
            relations.add(parentSide(place, key, sides));
        }
        if (sides.child) {
            relations.add(childSide(place, key, sides));
        }
    }

    private ReferentialAction action() {
        return dice.pick(
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                ReferentialAction.RESTRICT,
                ReferentialAction.CASCADE,
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL);
    }

    /** A one-to-one is mapped where its key is. */
    private Sides sides(KeyPlace place) {
        return place.isSingle()
                ? dice.pick(Sides.BOTH, Sides.BOTH, Sides.CHILD)
                : dice.pick(Sides.BOTH, Sides.BOTH, Sides.BOTH, Sides.PARENT, Sides.CHILD);
    }

    private RelationSetting parentSide(KeyPlace place, ForeignKeySetting key, Sides sides) {
        Orphans orphans = dice.chance(30) ? Orphans.REMOVED : Orphans.NONE;
        Set<CascadeType> cascade = cascade(80, 45);
        boolean removes = orphans.removal() || cascade.contains(CascadeType.REMOVE);
        return new RelationSetting(
                place.parent().entity(),
                place.parentAttribute(),
                place.isSingle() ? RelationKind.ONE_TO_ONE : RelationKind.ONE_TO_MANY,
                place.child().entity(),
                key.name(),
                false,
                sides == Sides.BOTH ? place.childAttribute() : null,
                cascade,
                orphans,
                passive(place, removes));
    }

    /**
     * Whether an inverse one-to-one is loaded with its owner differs between providers, and with it who acts under PassiveDeletes ON.
     */
    private PassiveDeletes.@Nullable Mode passive(KeyPlace place, boolean removes) {
        if (dice.chance(50)) {
            return null;
        }
        if (!removes && dice.chance(30)) {
            return PassiveDeletes.Mode.ALL;
        }
        return place.isSingle() ? null : PassiveDeletes.Mode.ON;
    }

    private RelationSetting childSide(KeyPlace place, ForeignKeySetting key, Sides sides) {
        boolean single =
                place.isSingle() && (sides == Sides.BOTH || key.constraints().unique() && dice.chance(50));
        Orphans orphans = Orphans.NONE;
        if (dice.chance(6)) {
            orphans = single ? Orphans.REMOVED : Orphans.REMOVED_SINGLE_PARENT;
        }
        return new RelationSetting(
                place.child().entity(),
                place.childAttribute(),
                single ? RelationKind.ONE_TO_ONE : RelationKind.MANY_TO_ONE,
                place.parent().entity(),
                key.name(),
                true,
                sides == Sides.BOTH ? place.parentAttribute() : null,
                cascade(50, 10),
                orphans,
                null);
    }

    private void addLink(KeyPlace place) {
        ReferentialAction action = dice.pick(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE);
        Constraints primary = new Constraints(false, false, true, false, null);
        place.linkColumns()
                .forEach(column -> keys.add(new ForeignKeySetting(
                        place.table(), column.name(), column.to().table(), primary, action, null)));
        boolean pair = dice.chance(65);
        relations.add(linkSide(place.parent(), place.parentAttribute(), place, pair ? place.childAttribute() : null));
        if (pair) {
            relations.add(linkSide(place.child(), place.childAttribute(), place, place.parentAttribute()));
        }
    }

    private RelationSetting linkSide(BaseTable here, String attribute, KeyPlace place, @Nullable String inverse) {
        return new RelationSetting(
                here.entity(),
                attribute,
                RelationKind.MANY_TO_MANY,
                (here == place.parent() ? place.child() : place.parent()).entity(),
                place.table(),
                false,
                inverse,
                cascade(60, 15),
                dice.chance(4) ? Orphans.REMOVED_SINGLE_PARENT : Orphans.NONE,
                dice.chance(30) ? PassiveDeletes.Mode.ON : null);
    }

    private Set<CascadeType> cascade(int persist, int remove) {
        Set<CascadeType> cascade = EnumSet.noneOf(CascadeType.class);
        if (dice.chance(persist)) {
            cascade.add(CascadeType.PERSIST);
        }
        if (dice.chance(remove)) {
            cascade.add(CascadeType.REMOVE);
        }
        return cascade;
    }

    /** Puts keys and relations together as a reader of scenario files does. */
    private static ModelSettings settings(
            List<ForeignKeySetting> keys,
            List<RelationSetting> relations,
            Function<List<BaseTable>, Set<BaseTable>> generated) {
        Set<String> tables = new TreeSet<>();
        keys.forEach(key -> tables.addAll(List.of(key.table(), key.to())));
        List<BaseTable> entities = tables.stream()
                .flatMap(table -> BaseTable.named(table).stream())
                .toList();
        Set<String> ids = generated.apply(entities).stream()
                .map(BaseTable::entity)
                .collect(Collectors.toCollection(HashSet::new));
        return new ModelSettings(List.copyOf(tables), keys, relations, ids);
    }

    private enum Sides {
        BOTH(true, true),
        PARENT(true, false),
        CHILD(false, true);

        private final boolean parent;
        private final boolean child;

        Sides(boolean parent, boolean child) {
            this.parent = parent;
            this.child = child;
        }
    }
}
