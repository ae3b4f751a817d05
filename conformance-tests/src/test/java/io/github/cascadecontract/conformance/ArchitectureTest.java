package io.github.cascadecontract.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.github.cascadecontract.conformance";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void scenarios_know_neither_database_nor_provider() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".database..",
                        ROOT + ".run..",
                        "org.hibernate..",
                        "org.eclipse..",
                        "org.apache.ibatis..")
                .check(CLASSES);
    }

    @Test
    void what_runs_scenarios_judges_nothing() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".compare..", ROOT + ".kit..")
                .check(CLASSES);
    }

    @Test
    void no_adapter_is_named() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.cascadecontract.hibernate..",
                        "io.github.cascadecontract.eclipselink..",
                        "io.github.cascadecontract.mybatis..")
                .check(CLASSES);
    }
}
