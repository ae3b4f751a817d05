package io.github.cascadecontract.hibernate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.cascadecontract.hibernate");

    @Test
    void nothing_internal_of_hibernate_is_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate..internal..")
                .check(CLASSES);
    }

    @Test
    void only_the_entry_is_public() {
        classes().that().arePublic().should().haveSimpleName("HibernateCascade").check(CLASSES);
    }

    @Test
    void classes_are_final_unless_they_are_interfaces() {
        classes()
                .that()
                .areNotInterfaces()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .beAnonymousClasses()
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.github.cascadecontract.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
