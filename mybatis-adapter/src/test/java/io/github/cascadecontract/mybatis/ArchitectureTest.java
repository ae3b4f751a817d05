package io.github.cascadecontract.mybatis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses adapter = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.cascadecontract.mybatis");

    @Test
    void only_the_entry_class_is_public() {
        classes()
                .that()
                .doNotHaveFullyQualifiedName(MyBatisCascade.class.getName())
                .should()
                .notBePublic()
                .check(adapter);
    }

    @Test
    void it_knows_no_other_provider_and_not_what_mybatis_has_shaded() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.hibernate..",
                        "org.eclipse.persistence..",
                        "org.apache.ibatis.javassist..",
                        "org.apache.ibatis.ognl..",
                        "org.postgresql..")
                .check(adapter);
    }
}
