package io.github.cascadecontract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.Mapped.Auto;
import io.github.cascadecontract.mapping.Mapped.Bean;
import io.github.cascadecontract.mapping.Mapped.Child;
import io.github.cascadecontract.mapping.Mapped.Derived;
import io.github.cascadecontract.mapping.Mapped.Hidden;
import io.github.cascadecontract.mapping.Mapped.Identity;
import io.github.cascadecontract.mapping.Mapped.Mixed;
import io.github.cascadecontract.mapping.Mapped.Named;
import io.github.cascadecontract.mapping.Mapped.Plain;
import io.github.cascadecontract.mapping.Mapped.Rich;
import io.github.cascadecontract.mapping.Mapped.Sequence;
import io.github.cascadecontract.mapping.Mapped.SequenceOnClass;
import io.github.cascadecontract.mapping.Mapped.TableWithoutName;
import io.github.cascadecontract.mapping.Mapped.WithoutId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities, ids and attributes, by field and by property, with the defaults of Jakarta Persistence. */
class MappingReaderTest {
    private final List<Refusal> problems = new ArrayList<>();

    @Test
    void fields_are_read_where_the_id_is_a_field() {
        EntityMapping mapping = read(Plain.class);

        assertThat(mapping.name()).isEqualTo("Plain");
        assertThat(mapping.table()).hasToString("Plain");
        assertThat(mapping.id().column()).isEqualTo("id");
        assertThat(mapping.id().generation()).isEqualTo(IdGeneration.ASSIGNED);
        assertThat(mapping.basics()).extracting(BasicMapping::column).containsExactly("title", "body_text");
        assertThat(mapping.basics()).extracting(BasicMapping::updatable).containsExactly(true, false);
        assertThat(mapping.version().column()).isEqualTo("version");
        assertThat(problems).isEmpty();
    }

    @Test
    void properties_are_read_where_the_id_is_a_getter() {
        EntityMapping mapping = read(Bean.class);

        assertThat(mapping.id().attribute().name()).isEqualTo("id");
        assertThat(mapping.basics())
                .extracting(basic -> basic.attribute().name())
                .containsExactly("URL", "active", "name");
        assertThat(mapping.relations())
                .extracting(relation -> relation.attribute().name())
                .containsExactly("beans");
        assertThat(problems).isEmpty();
    }

    @Test
    void attributes_are_read_and_written_through_field_or_property() {
        Bean bean = new Bean();
        Attribute name = read(Bean.class).basics().get(2).attribute();
        name.set(bean, "set");
        assertThat(name.get(bean)).isEqualTo("set by setter");
        assertThat(name.type()).isEqualTo(String.class);

        Plain plain = new Plain();
        Attribute title = read(Plain.class).basics().get(0).attribute();
        title.set(plain, "direct");
        assertThat(title.get(plain)).isEqualTo("direct");
    }

    @Test
    void a_setter_that_fails_is_told_with_its_cause() {
        Attribute broken = read(Bean.class).basics().get(1).attribute();

        assertThatThrownBy(() -> broken.set(new Bean(), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setActive")
                .hasRootCauseMessage("refused by the application");
    }

    @Test
    void one_attribute_may_have_another_access_than_its_class() {
        EntityMapping mapping = read(Mixed.class);

        assertThat(mapping.basics())
                .extracting(basic -> basic.attribute().name() + " "
                        + basic.attribute().getClass().getSimpleName())
                .containsExactly("plain FieldAttribute", "computed PropertyAttribute");
    }

    @Test
    void mapped_superclasses_come_first_also_beyond_a_class_that_is_not_mapped() {
        EntityMapping mapping = read(Derived.class);

        assertThat(mapping.id().attribute().name()).isEqualTo("key");
        assertThat(mapping.basics()).extracting(BasicMapping::column).containsExactly("created", "own");
        assertThat(mapping.otherFeatures()).isEmpty();
    }

    @Test
    void tables_and_entities_are_named_as_declared() {
        EntityMapping mapping = read(Named.class);

        assertThat(mapping.name()).isEqualTo("Nick");
        assertThat(mapping.table()).isEqualTo(new TableName("shop", "named_things"));
        assertThat(mapping.table()).hasToString("shop.named_things");
        assertThat(mapping.id().column()).isEqualTo("named_id");
        assertThat(read(TableWithoutName.class).table()).isEqualTo(new TableName("shop", "TableWithoutName"));
    }

    @Test
    void ids_are_generated_as_declared() {
        assertThat(read(Identity.class).id().generation()).isEqualTo(IdGeneration.IDENTITY);
        assertThat(read(Sequence.class).id())
                .extracting(IdMapping::generation, IdMapping::sequence)
                .containsExactly(IdGeneration.SEQUENCE, "sequence_of_things");
        assertThat(read(SequenceOnClass.class).id())
                .extracting(IdMapping::generation, IdMapping::sequence)
                .containsExactly(IdGeneration.SEQUENCE, "by_name");
        assertThat(read(Auto.class).id().generation()).isEqualTo(IdGeneration.PROVIDER);
        assertThat(IdGeneration.PROVIDER.isGenerated()).isTrue();
        assertThat(IdGeneration.ASSIGNED.isGenerated()).isFalse();
    }

    @Test
    void what_the_contract_does_not_read_is_named() {
        assertThat(read(Rich.class).otherFeatures()).containsExactly("words: @ElementCollection");
        assertThat(read(Child.class).otherFeatures()).containsExactly("entity superclass Plain");
        assertThat(problems).isEmpty();
    }

    @Test
    void a_class_that_is_not_an_entity_or_has_no_id_is_a_problem() {
        assertThat(new MappingReader(problems::add).read(String.class)).isNull();
        read(WithoutId.class);

        assertThat(problems)
                .extracting(Refusal::message)
                .containsExactly(
                        "java.lang.String: it is not an entity class (DEC-5). Annotate it with @Entity or leave it out.",
                        "WithoutId: it has no id (DEC-5). Annotate one attribute with @Id.");
    }

    @Test
    void a_relation_that_is_annotated_where_nobody_looks_is_a_problem() {
        EntityMapping mapping = read(Hidden.class);

        assertThat(mapping.relations()).isEmpty();
        assertThat(problems).extracting(Refusal::where).containsExactly("Hidden.plains", "Hidden.getOther");
    }

    private EntityMapping read(Class<?> type) {
        return new MappingReader(problems::add).read(type);
    }
}
