package io.github.cascadecontract.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses program = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.cascadecontract.cli");

    @Test
    void only_the_main_class_is_public() {
        classes()
                .that()
                .doNotHaveFullyQualifiedName(Cascade.class.getName())
                .should()
                .notBePublic()
                .check(program);
    }

    @Test
    void it_knows_no_adapter_and_no_provider() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.cascadecontract.hibernate..",
                        "io.github.cascadecontract.eclipselink..",
                        "io.github.cascadecontract.mybatis..",
                        "io.github.cascadecontract.conformance..",
                        "org.hibernate..",
                        "org.eclipse.persistence..")
                .check(program);
    }
}
