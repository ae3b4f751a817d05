package io.github.cascadecontract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import io.github.cascadecontract.memory.MemorySessions;
import io.github.cascadecontract.spi.PersistenceSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** TX-1, the thread, and the end of a unit of work. */
class GuardedUnitOfWorkTest {
    private final MemorySessions sessions = new MemorySessions(CascadeContract.of(Note.class));
    private final UnitOfWorkFactory factory = UnitOfWorkFactory.over(sessions);

    @Test
    void does_what_its_operations_say() {
        try (UnitOfWork work = factory.begin()) {
            Note note = new Note(1);
            work.persist(note);
            assertThat(work.contains(note)).isTrue();
            work.flush();
            assertThat(work.find(Note.class, 1)).isSameAs(note);
            assertThat(work.isLoaded(note, "answerTo")).isTrue();
            work.remove(note);
            assertThat(work.find(Note.class, 1)).isNull();
            work.detach(note);
            assertThat(work.contains(note)).isFalse();
            assertThat(work.unwrap(PersistenceSession.class)).isNotNull();
            work.commit();
        }
        assertThat(sessions.rows()).containsExactly("Note#1");
        assertThat(sessions.openSessions()).isZero();
    }

    @Test
    void after_an_error_only_rollback_and_close_are_accepted() {
        UnitOfWork work = factory.begin();
        Note note = new Note(1);
        note.answerTo = new Note(2);
        work.persist(note);
        assertThatThrownBy(work::flush).isInstanceOf(UnsavedReferenceException.class);

        operations(work, note)
                .forEach((name, operation) -> assertThatThrownBy(operation)
                        .as(name)
                        .isInstanceOf(UnitOfWorkStateException.class)
                        .hasMessageContaining("TX-1")
                        .hasMessageContaining("rollback and close")
                        .hasCauseInstanceOf(UnsavedReferenceException.class));
        assertThat(work.contains(note)).isFalse();
        assertThatCode(work::rollback).doesNotThrowAnyException();
        work.close();
        assertThat(sessions.openSessions()).isZero();
    }

    @Test
    void a_plan_that_a_rule_refuses_leaves_it_open() {
        try (UnitOfWork work = factory.begin()) {
            Note note = new Note(1);
            note.answerTo = new Note(2);
            work.persist(note);

            assertThatThrownBy(() -> work.plan(new Note(3))).isInstanceOf(UnsavedReferenceException.class);

            note.answerTo = null;
            work.commit();
        }
        assertThat(sessions.rows()).containsExactly("Note#1");
    }

    @Test
    void an_error_of_the_virtual_machine_ends_it_too() {
        UnitOfWork work = GuardedUnitOfWork.begin(new FailingSessions(sessions, new StackOverflowError()));

        assertThatThrownBy(work::flush).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(work::flush).isInstanceOf(UnitOfWorkStateException.class);
    }

    @Test
    void after_commit_and_rollback_it_has_ended() {
        UnitOfWork committed = factory.begin();
        committed.commit();
        UnitOfWork rolledBack = factory.begin();
        rolledBack.rollback();

        for (UnitOfWork work : new UnitOfWork[] {committed, rolledBack}) {
            operations(work, new Note(1))
                    .forEach((name, operation) -> assertThatThrownBy(operation)
                            .as(name)
                            .isInstanceOf(UnitOfWorkStateException.class)
                            .hasMessageContaining("has ended"));
            assertThatThrownBy(work::rollback).isInstanceOf(UnitOfWorkStateException.class);
            assertThat(work.contains(new Note(1))).isFalse();
            work.close();
        }
    }

    @Test
    void close_rolls_back_what_was_not_committed_and_may_be_called_twice() {
        UnitOfWork work = factory.begin();
        work.persist(new Note(1));
        work.flush();
        assertThat(sessions.rows()).containsExactly("Note#1");
        work.close();
        work.close();

        assertThat(sessions.rows()).isEmpty();
        assertThat(sessions.openSessions()).isZero();
        assertThatThrownBy(work::flush).isInstanceOf(UnitOfWorkStateException.class);
    }

    @Test
    void belongs_to_the_thread_that_began_it() throws InterruptedException {
        UnitOfWork work = factory.begin();
        Note note = new Note(1);
        Map<String, ThrowingCallable> operations = new LinkedHashMap<>(operations(work, note));
        operations.put("contains", () -> work.contains(note));
        operations.put("rollback", work::rollback);
        operations.put("lastFlush", work::lastFlush);
        operations.put("close", work::close);

        for (Map.Entry<String, ThrowingCallable> operation : operations.entrySet())
            assertThat(failureInAnotherThread(operation.getValue()))
                    .as(operation.getKey())
                    .isInstanceOf(UnitOfWorkStateException.class)
                    .hasMessageContaining("belongs to the thread that began it");
        assertThatCode(work::commit).doesNotThrowAnyException();
        work.close();
    }

    @Test
    void a_session_that_does_not_count_reports_no_flush() {
        try (UnitOfWork work = factory.begin()) {
            work.flush();

            assertThatThrownBy(work::lastFlush)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("not counted");
            assertThatCode(work::commit).doesNotThrowAnyException();
        }
    }

    @Test
    void what_is_no_entity_is_refused_without_ending_it() {
        try (UnitOfWork work = factory.begin()) {
            assertThatThrownBy(() -> work.persist("text"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("java.lang.String")
                    .hasMessageContaining("Note");
            assertThatThrownBy(() -> work.find(String.class, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> work.find(Note.class, null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> work.remove(null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> work.unwrap(String.class)).isInstanceOf(IllegalArgumentException.class);
            work.commit();
        }
    }

    private static Throwable failureInAnotherThread(ThrowingCallable operation) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                operation.call();
            } catch (Throwable raised) {
                failure.set(raised);
            }
        });
        thread.start();
        thread.join();
        return failure.get();
    }

    private static Map<String, ThrowingCallable> operations(UnitOfWork work, Note note) {
        return Map.of(
                "find", () -> work.find(Note.class, 1),
                "persist", () -> work.persist(note),
                "remove", () -> work.remove(note),
                "detach", () -> work.detach(note),
                "plan", () -> work.plan(note),
                "isLoaded", () -> work.isLoaded(note, "answerTo"),
                "flush", work::flush,
                "commit", work::commit,
                "unwrap", () -> work.unwrap(PersistenceSession.class));
    }
}
