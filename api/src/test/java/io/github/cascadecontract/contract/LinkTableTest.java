package io.github.cascadecontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A link table that both ends declare is one table. */
class LinkTableTest {
    @Test
    void two_many_to_many_over_the_same_table_from_opposite_ends_are_a_pair() {
        CascadeContract contract = CascadeContract.of(Course.class, Student.class);
        Relation students = contract.entity(Course.class).relation("students").orElseThrow();
        Relation courses = contract.entity(Student.class).relation("courses").orElseThrow();

        assertThat(students.linkTable()).isSameAs(courses.linkTable());
        assertThat(students.inverse()).isSameAs(courses);
        assertThat(courses.inverse()).isSameAs(students);
        assertThat(students.isOwning()).isTrue();
        assertThat(courses.isOwning()).isFalse();
        assertThat(courses.linkTable().owner()).isSameAs(students);
        assertThat(courses.linkTable().columnsOf(courses)).containsExactly("student_id");
        assertThat(courses.linkTable().columnsOfTarget(courses)).containsExactly("course_id");
        assertThat(students.linkTable().onDelete()).contains(ReferentialAction.CASCADE);
        assertThat(courses.orphanRemoval()).isTrue();
    }

    @Test
    void a_relation_of_an_entity_with_itself_is_paired_with_the_one_that_looks_back() {
        CascadeContract contract = CascadeContract.of(Person.class);
        Relation follows = contract.entity(Person.class).relation("follows").orElseThrow();
        Relation followers = contract.entity(Person.class).relation("followers").orElseThrow();
        Relation friends = contract.entity(Person.class).relation("friends").orElseThrow();

        assertThat(follows.inverse()).isSameAs(followers);
        assertThat(friends.inverse()).isNull();
        assertThat(friends.linkTable()).isNotSameAs(follows.linkTable());
    }

    @Test
    void the_same_end_of_a_table_is_not_mapped_twice() {
        InvalidContractException refused = catchThrowableOfType(
                InvalidContractException.class, () -> CascadeContract.of(Twice.class, Student.class, Course.class));

        assertThat(refused.problems())
                .extracting(Refusal::message)
                .containsExactly(
                        "Twice.again: Twice.students is mapped over the same link table on the same side (DEC-5). "
                                + "Keep one of them.");
    }

    @Entity(name = "Course")
    static class Course {
        @Id
        Integer id;

        @ManyToMany
        @JoinTable(
                name = "attendance",
                joinColumns = @JoinColumn(name = "course_id"),
                inverseJoinColumns = @JoinColumn(name = "student_id"))
        List<Student> students;
    }

    @Entity(name = "Student")
    static class Student {
        @Id
        Integer id;

        @ManyToMany
        @JoinTable(
                name = "attendance",
                joinColumns = @JoinColumn(name = "student_id"),
                inverseJoinColumns = @JoinColumn(name = "course_id"))
        @OnDelete(ReferentialAction.CASCADE)
        @SingleParent(orphanRemoval = true)
        List<Course> courses;
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        Integer id;

        @ManyToMany
        @JoinTable(
                name = "follow",
                joinColumns = @JoinColumn(name = "who"),
                inverseJoinColumns = @JoinColumn(name = "whom"))
        List<Person> follows;

        @ManyToMany
        @JoinTable(
                name = "follow",
                joinColumns = @JoinColumn(name = "whom"),
                inverseJoinColumns = @JoinColumn(name = "who"))
        List<Person> followers;

        @ManyToMany
        @JoinTable(name = "friend")
        List<Person> friends;
    }

    @Entity(name = "Twice")
    static class Twice {
        @Id
        Integer id;

        @ManyToMany
        @JoinTable(name = "t")
        List<Student> students;

        @ManyToMany
        @JoinTable(name = "t", inverseJoinColumns = @JoinColumn(name = "students_id"))
        List<Student> again;
    }
}
