package io.github.cascadecontract;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.engine.CascadeEngine;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {
    private static final String ROOT = CascadeContract.class.getPackageName().replace(".contract", "");

    private static final JavaClasses API = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packages_know_each_other_in_one_direction_only() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(API);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(API);
    }

    @Test
    void no_provider_is_known() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "org.eclipse.persistence..", "org.apache.ibatis..")
                .check(API);
    }

    @Test
    void the_engine_knows_neither_databases_nor_providers() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".engine")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + ".engine",
                        ROOT + ".annotation",
                        ROOT + ".contract",
                        ROOT + ".error",
                        ROOT + ".mapping",
                        ROOT + ".merge",
                        ROOT + ".plan",
                        ROOT + ".removal",
                        ROOT + ".rule",
                        ROOT + ".spi",
                        "jakarta.persistence",
                        "org.jspecify.annotations",
                        "java.lang",
                        "java.util",
                        "java.util.function",
                        "java.util.stream"))
                .check(API);
    }

    @Test
    void of_the_engine_only_its_door_is_public() {
        Set<String> open = API.stream()
                .filter(type -> type.getPackageName().equals(ROOT + ".engine"))
                .filter(type -> Modifier.isPublic(type.reflect().getModifiers()))
                .map(type -> type.getSimpleName())
                .collect(Collectors.toSet());

        assertThat(open).containsExactly(CascadeEngine.class.getSimpleName());
    }

    @Test
    void every_package_says_what_may_be_null() {
        Set<JavaPackage> packages = API.stream().map(type -> type.getPackage()).collect(Collectors.toSet());

        assertThat(packages)
                .hasSizeGreaterThan(8)
                .allMatch(javaPackage -> javaPackage.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void what_nobody_extends_is_final() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and()
                .areNotAssignableTo(RuntimeException.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(API);
    }
}
