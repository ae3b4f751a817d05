package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used is told in words, with exit code 2 and without a stack trace. */
class InputTest {
    private static final String LONELY = "@Entity public class Lonely { @Id Long id; }";

    @TempDir
    private Path folder;

    @Test
    void all_problems_of_a_contract_are_listed() throws IOException {
        String classes = sources().type("""
                        @Entity public class Customer { @Id Long id;
                            @OneToMany(mappedBy = "nobody") List<Purchase> purchases; }""").type("""
                        @Entity public class Purchase { @Id Long id;
                            @ManyToOne(cascade = CascadeType.REMOVE) @PassiveDeletes(PassiveDeletes.Mode.ON) Customer customer; }""").compile();
        assertRefused(mapping(classes), "2 problem(s)", "Customer.purchases", "Purchase.customer", "DEC-6");
    }

    @Test
    void a_relation_to_a_class_that_entities_leaves_out_is_a_problem_of_the_contract() throws IOException {
        String classes = sources()
                .type("@Entity public class Customer { @Id Long id; }")
                .type("@Entity public class Purchase { @Id Long id; @ManyToOne Customer customer; }")
                .compile();
        assertRefused(mapping(classes, "--entities", "blog.Purchase"), "Purchase.customer");
    }

    @Test
    void a_class_that_an_entity_needs_is_named() throws IOException {
        String classes = sources()
                .type("library", "public class Money {}")
                .type("@Entity public class Purchase { @Id Long id; library.Money price; }")
                .compile();
        Files.delete(Path.of(classes, "library", "Money.class"));
        assertRefused(mapping(classes), "Class library.Money is missing", "--classpath");
    }

    @Test
    void a_class_that_is_named_must_be_there() throws IOException {
        String classes = sources().type(LONELY).compile();
        assertRefused(mapping(classes, "--entities", "blog.Nobody"), "Class blog.Nobody is not found", "--classes");
    }

    @Test
    void a_folder_without_entities_is_told() throws IOException {
        String classes = sources().type("public class Money {}").compile();
        assertRefused(mapping(classes), "No class with @jakarta.persistence.Entity is in " + classes);
    }

    @Test
    void entities_of_before_jakarta_are_told() throws IOException {
        String classes = sources()
                .type("javax.persistence", """
                        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                        public @interface Entity {}""")
                .type("@javax.persistence.Entity public class Old {}")
                .compile();
        assertRefused(mapping(classes), "1 entity classes", "javax.persistence");
    }

    @Test
    void paths_must_exist() throws IOException {
        String classes = sources().type(LONELY).compile();
        assertRefused(mapping(classes + "/nowhere"), "nowhere does not exist");
        assertRefused(mapping(classes, "--classpath", classes + "/*.jar"), "No jar matches");
        assertRefused(mapping(classes, "--classpath", classes + "/*/a.jar"), "only the last part");
    }

    @Test
    void a_database_or_the_mapping_alone_must_be_chosen() throws IOException {
        String classes = sources().type(LONELY).compile();
        assertRefused(Run.of("check", "--classes", classes), "--url", "--mapping-only");
        assertRefused(mapping(classes, "--url", "jdbc:postgresql://localhost/shop"), "--url", "--mapping-only");
    }

    @Test
    void options_that_are_wrong_are_told_with_what_is_right() {
        assertRefused(Run.of("check"), "Missing required option: '--classes=PATH'", "Try 'cascade check --help'.");
        assertRefused(Run.of("check", "--classes", ".", "--ignore", "no-such"), "no-such", "passive-without-cascade");
        assertRefused(Run.of("check", "--classes", ".", "--format", "xml"), "xml", "SARIF");
        assertRefused(Run.of(), "Missing required subcommand");
    }

    private static Run mapping(String classes, String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"check", "--mapping-only", "--classes", classes}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Run.of(arguments);
    }

    private static void assertRefused(Run run, String... words) {
        assertThat(run.err()).contains(words).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    }

    private Sources sources() {
        return new Sources(folder);
    }
}
