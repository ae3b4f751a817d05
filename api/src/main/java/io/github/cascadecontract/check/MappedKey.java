package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key that the mapping declares or implies. */
sealed interface MappedKey permits RelationKey, LinkKey, ElementsKey, SubtypeKey {
    /** The table that holds it. */
    TableName table();

    /** Its columns, in the order of the parent's id. */
    List<String> columns();

    /** The entity whose row it refers to. */
    EntityModel parent();

    /** The entity that findings name. */
    EntityModel entity();

    /** The attribute that findings name, null if there is none. */
    @Nullable
    String attribute();

    /** The declared action. */
    Optional<ReferentialAction> declared();

    /** Whether the mapping lets it be NULL. */
    boolean isNullable();

    /** The relation of the parent over it, null if the parent has none. */
    default @Nullable Relation parentSide() {
        return null;
    }

    /** The key of a relation, null for other kinds. */
    default @Nullable ForeignKey foreignKey() {
        return null;
    }

    /** Whether the parent leaves rows that are not loaded to the database: it says so, or does not know them. */
    default boolean isLeftToDatabase() {
        Relation relation = parentSide();
        return relation == null || isPassive(relation);
    }

    /** Whether rows shall go with their parent. */
    boolean removes();

    /** How sentences name its columns. */
    default String columnNames() {
        return String.join(", ", columns());
    }

    /** How sentences name it. */
    default String name() {
        return attribute() == null ? entity().name() : entity().name() + "." + attribute();
    }

    /** The tables of the parent that it may refer to: under JOINED inheritance all have the same id. */
    default List<TableMapping> parentTables() {
        return parent().mapping().tables();
    }

    /** The parent's relation. */
    default Relation known() {
        return Objects.requireNonNull(parentSide(), "the parent does not know the key");
    }

    static boolean isPassive(Relation relation) {
        return relation.passiveDeletes() == Mode.ON || relation.passiveDeletes() == Mode.ALL;
    }
}
