package io.github.cascadecontract.tools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses tools = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.cascadecontract.tools");

    @Test
    void only_the_formats_and_what_they_are_given_are_public() {
        classes()
                .that()
                .doNotHaveFullyQualifiedName(PlanFormat.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(ReportFormat.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(SourceFiles.class.getName())
                .and()
                .haveSimpleNameNotEndingWith("Generated")
                .should()
                .notBePublic()
                .check(tools);
    }

    @Test
    void they_see_values_and_rules_and_nothing_that_makes_them() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.cascadecontract.engine..",
                        "io.github.cascadecontract.contract..",
                        "io.github.cascadecontract.spi..",
                        "java.sql..")
                .check(tools);
    }
}
