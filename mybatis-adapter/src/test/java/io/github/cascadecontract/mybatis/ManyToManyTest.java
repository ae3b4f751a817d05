package io.github.cascadecontract.mybatis;

import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.mybatis.School.Course;
import io.github.cascadecontract.mybatis.School.Room;
import io.github.cascadecontract.mybatis.School.Student;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules M2M-1 to M2M-3, and links in rule TX-3. */
class ManyToManyTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(School.DDL);
        factory = UnitOfWorkFactory.open(School.CONTRACT, schema.dataSource());
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        factory.close();
        schema.close();
    }

    @Test
    void the_difference_is_written_and_nothing_else() {
        factory.inTransaction(work -> {
            Student first = work.find(Student.class, 1);
            first.setCourses(new ArrayList<>(List.of(work.find(Course.class, 2), work.find(Course.class, 3))));
        });

        assertThat(attendance()).containsExactly("1-2", "1-3", "2-2");
        assertThat(schema.sentInFull())
                .filteredOn(sql -> sql.startsWith("DELETE"))
                .hasSize(1);
    }

    @Test
    void twice_in_a_list_is_once() {
        factory.inTransaction(work -> {
            Student second = work.find(Student.class, 2);
            Course third = work.find(Course.class, 3);
            second.getCourses().add(third);
            second.getCourses().add(third);
        });

        assertThat(attendance()).containsExactly("1-1", "1-2", "2-2", "2-3");
    }

    @Test
    void a_link_that_is_there_already_is_not_inserted_again() {
        factory.inTransaction(work -> {
            Student first = work.find(Student.class, 1);
            first.getCourses().add(work.find(Course.class, 1));
            first.getCourses().add(work.find(Course.class, 3));
            schema.execute("INSERT INTO attends VALUES (1, 3)");
        });

        assertThat(attendance()).containsExactly("1-1", "1-2", "1-3", "2-2");
    }

    @Test
    void both_sides_may_say_the_same_and_either_is_enough() {
        factory.inTransaction(work -> {
            Student second = work.find(Student.class, 2);
            Course first = work.find(Course.class, 1);
            second.getCourses().add(first);
            first.getStudents().add(second);
            work.find(Course.class, 3).getStudents().add(second);
        });

        assertThat(attendance()).containsExactly("1-1", "1-2", "2-1", "2-2", "2-3");
    }

    @Test
    void the_inverse_side_takes_a_link_out() {
        factory.inTransaction(work -> work.find(Course.class, 2).getStudents().clear());

        assertThat(attendance()).containsExactly("1-1");
    }

    @Test
    void a_link_that_is_gone_is_done() {
        factory.inTransaction(work -> {
            Student first = work.find(Student.class, 1);
            first.getCourses().clear();
            schema.execute("DELETE FROM attends WHERE course_id = 1");
        });

        assertThat(attendance()).containsExactly("2-2");
    }

    @Test
    void a_removed_end_takes_its_links_and_keeps_the_far_side() {
        factory.inTransaction(work -> work.remove(work.find(Student.class, 1)));

        assertThat(attendance()).containsExactly("2-2");
        assertThat(schema.column("SELECT count(*) FROM courses")).containsExactly("3");
    }

    @Test
    void REMOVE_reaches_the_far_side_over_a_relation_without_inverse() {
        factory.inTransaction(work -> {
            Course second = work.find(Course.class, 2);
            Room shared = second.getRooms().stream()
                    .filter(room -> room.getId() == 1)
                    .findFirst()
                    .orElseThrow();
            work.find(Course.class, 1).getRooms().remove(shared);
            work.flush();
            work.remove(second);
        });

        assertThat(schema.column("SELECT count(*) FROM rooms")).containsExactly("0");
        assertThat(schema.column("SELECT count(*) FROM course_rooms")).containsExactly("0");
        assertThat(attendance()).containsExactly("1-1");
    }

    @Test
    void new_ends_are_written_before_their_links() {
        factory.inTransaction(work -> {
            Student third = new Student(3);
            third.getCourses().add(new Course(9));
            third.getCourses().add(work.find(Course.class, 1));
            work.persist(third);
        });

        assertThat(attendance()).contains("3-9", "3-1");
    }

    @Test
    void merge_writes_the_difference_too() {
        Student given = new Student(1);
        given.setCourses(new ArrayList<>(List.of(new Course(2), new Course(3))));

        factory.inTransaction(work -> {
            work.merge(given, only("courses.id"));
        });

        assertThat(attendance()).containsExactly("1-2", "1-3", "2-2");
        assertThat(schema.sent()).filteredOn(sent -> sent.endsWith("attends")).hasSize(3);
    }

    private List<String> attendance() {
        return schema.column("SELECT student_id || '-' || course_id FROM attends ORDER BY 1");
    }
}
