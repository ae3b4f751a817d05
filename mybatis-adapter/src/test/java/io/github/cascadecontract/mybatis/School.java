package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Many-to-many: a pair of a list and a set whose link table has no key, and a set without inverse. */
final class School {
    static final String DDL = """
            CREATE TABLE students (id int PRIMARY KEY);
            CREATE TABLE courses (id int PRIMARY KEY);
            CREATE TABLE rooms (id int PRIMARY KEY);
            CREATE TABLE attends (student_id int NOT NULL REFERENCES students, course_id int NOT NULL REFERENCES courses);
            CREATE TABLE course_rooms (course_id int NOT NULL REFERENCES courses, room_id int NOT NULL REFERENCES rooms);
            INSERT INTO students VALUES (1), (2);
            INSERT INTO courses VALUES (1), (2), (3);
            INSERT INTO rooms VALUES (1), (2);
            INSERT INTO attends VALUES (1, 1), (1, 2), (2, 2);
            INSERT INTO course_rooms VALUES (1, 1), (2, 1), (2, 2);
            """;

    static final CascadeContract CONTRACT = CascadeContract.of(Student.class, Course.class, Room.class);

    private School() {}

    @Entity
    @Table(name = "students")
    static class Student {
        @Id
        private int id;

        @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinTable(
                name = "attends",
                joinColumns = @JoinColumn(name = "student_id"),
                inverseJoinColumns = @JoinColumn(name = "course_id"))
        private List<Course> courses = new ArrayList<>();

        Student() {}

        Student(int id) {
            this.id = id;
        }

        List<Course> getCourses() {
            return courses;
        }

        void setCourses(List<Course> courses) {
            this.courses = courses;
        }
    }

    @Entity
    @Table(name = "courses")
    static class Course {
        @Id
        private int id;

        @ManyToMany(mappedBy = "courses")
        private Set<Student> students = new HashSet<>();

        @ManyToMany(cascade = CascadeType.REMOVE)
        @JoinTable(
                name = "course_rooms",
                joinColumns = @JoinColumn(name = "course_id"),
                inverseJoinColumns = @JoinColumn(name = "room_id"))
        private Set<Room> rooms = new HashSet<>();

        Course() {}

        Course(int id) {
            this.id = id;
        }

        int getId() {
            return id;
        }

        Set<Student> getStudents() {
            return students;
        }

        Set<Room> getRooms() {
            return rooms;
        }
    }

    @Entity
    @Table(name = "rooms")
    static class Room {
        @Id
        private int id;

        int getId() {
            return id;
        }
    }
}
