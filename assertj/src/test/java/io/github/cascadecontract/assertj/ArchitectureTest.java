package io.github.cascadecontract.assertj;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.github.cascadecontract.";
    private final JavaClasses assertions = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT + "assertj");

    @Test
    void assertions_know_values_and_contracts_and_no_adapter() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + "assertj",
                        ROOT + "contract",
                        ROOT + "finding",
                        ROOT + "removal",
                        "org.assertj..",
                        "org.jspecify..",
                        "java..",
                        "javax.sql.."))
                .check(assertions);
    }
}
