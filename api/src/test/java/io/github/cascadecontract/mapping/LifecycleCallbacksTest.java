package io.github.cascadecontract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callbacks are called in the order that Jakarta Persistence gives them. */
class LifecycleCallbacksTest {
    private final LifecycleCallbacks callbacks =
            new MappingReader(problem -> {}).read(Entry.class).callbacks();

    @Test
    void listeners_come_before_the_entity_and_superclasses_before_subclasses() {
        Entry entry = new Entry();
        callbacks.call(PrePersist.class, entry);

        assertThat(entry.calls).containsExactly("base listener", "general listener", "own listener", "base", "entry");
    }

    @Test
    void an_overridden_callback_is_that_of_the_subclass() {
        Entry entry = new Entry();
        callbacks.call(PreRemove.class, entry);

        assertThat(entry.calls).containsExactly("entry removes");
    }

    @Test
    void one_method_may_answer_several_events() {
        Entry entry = new Entry();
        callbacks.call(PostRemove.class, entry);
        callbacks.call(PostLoad.class, entry);

        assertThat(entry.calls).containsExactly("several", "several");
        assertThat(callbacks.has(PostLoad.class)).isTrue();
        assertThat(callbacks.has(jakarta.persistence.PostUpdate.class)).isFalse();
    }

    @Test
    void an_event_without_callback_is_nothing() {
        callbacks.call(jakarta.persistence.PostPersist.class, new Entry());
    }

    @Test
    void what_a_callback_throws_comes_through() {
        assertThatThrownBy(() -> callbacks.call(PreUpdate.class, new Entry()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused by the application");
    }

    @Test
    void listeners_of_superclasses_may_be_left_out() {
        Free free = new Free();
        new MappingReader(problem -> {}).read(Free.class).callbacks().call(PrePersist.class, free);

        assertThat(free.calls).containsExactly("base");
    }

    @Test
    void a_listener_is_made_when_it_is_called() {
        LifecycleCallbacks broken =
                new MappingReader(problem -> {}).read(Unlucky.class).callbacks();

        assertThatThrownBy(() -> broken.call(PrePersist.class, new Unlucky()))
                .hasMessageContaining("needs a constructor without arguments");
    }

    static class BaseListener {
        @PrePersist
        void before(Base entity) {
            entity.calls.add("base listener");
        }
    }

    static class GeneralListener {
        @PrePersist
        protected void before(Object entity) {
            ((Base) entity).calls.add("general listener");
        }
    }

    static class OwnListener {
        @PrePersist
        private void before(Entry entity) {
            entity.calls.add("own listener");
        }

        @PrePersist
        void other(Free entity) {
            throw new AssertionError("not of this type");
        }
    }

    record Picky(String argument) {}

    static class PickyListener {
        PickyListener(Picky picky) {}

        @PrePersist
        void before(Object entity) {}
    }

    @MappedSuperclass
    @EntityListeners({BaseListener.class, GeneralListener.class})
    abstract static class Base {
        @Id
        Integer id;

        transient List<String> calls = new ArrayList<>();

        @PrePersist
        private void beforePersist() {
            calls.add("base");
        }

        @PreRemove
        void removing() {
            calls.add("base removes");
        }
    }

    @Entity
    @EntityListeners(OwnListener.class)
    static class Entry extends Base {
        @PrePersist
        void beforePersist() {
            calls.add("entry");
        }

        @Override
        @PreRemove
        void removing() {
            calls.add("entry removes");
        }

        @PostRemove
        @PostLoad
        void several() {
            calls.add("several");
        }

        @PreUpdate
        void refuse() {
            throw new IllegalStateException("refused by the application");
        }
    }

    @Entity
    @ExcludeSuperclassListeners
    static class Free extends Base {}

    @Entity
    @EntityListeners(PickyListener.class)
    static class Unlucky {
        @Id
        Integer id;
    }
}
