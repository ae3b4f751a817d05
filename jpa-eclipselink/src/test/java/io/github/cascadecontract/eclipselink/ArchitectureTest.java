package io.github.cascadecontract.eclipselink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String HERE = "io.github.cascadecontract.eclipselink";

    private static final List<Class<?>> TOUCHING = List.of(
            Internals.class,
            RelationValues.class,
            PartialObjects.class,
            ChangeDetection.class,
            ContractServerSession.class,
            CountingAccessor.class,
            ContractUnitOfWork.class);

    private final JavaClasses adapter = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HERE);

    @Test
    void only_the_internals_and_the_extension_points_touch_the_internals_of_eclipselink() {
        noClasses()
                .that()
                .haveNameNotMatching(TOUCHING.stream()
                        .map(type -> type.getName() + "(\\$.*)?")
                        .collect(Collectors.joining("|")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.eclipse.persistence.internal.."))
                .check(adapter);
    }

    @Test
    void the_start_up_check_knows_every_internal_method_that_is_called() {
        Set<String> called = TOUCHING.stream()
                .flatMap(type -> adapter.get(type).getMethodCallsFromSelf().stream())
                .map(JavaMethodCall::getTarget)
                .filter(target -> target.getOwner().getPackageName().startsWith("org.eclipse.persistence"))
                .map(target -> target.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> checked = InternalsCheck.required().stream()
                .map(method -> method.split(" ")[1])
                .collect(Collectors.toSet());
        assertThat(checked).containsAll(called);
    }

    @Test
    void a_missing_method_is_noticed() {
        assertThat(InternalsCheck.isPresent("org.eclipse.persistence.internal.sessions.UnitOfWorkImpl performRemove"))
                .isTrue();
        assertThat(InternalsCheck.isPresent("org.eclipse.persistence.internal.sessions.UnitOfWorkImpl nothing"))
                .isFalse();
        assertThat(InternalsCheck.isPresent("org.eclipse.persistence.Nothing performRemove"))
                .isFalse();
    }

    @Test
    void only_the_entry_class_is_public() {
        classes()
                .that()
                .resideInAPackage(HERE)
                .and(com.tngtech.archunit.base.DescribedPredicate.not(simpleName("EclipseLinkCascade")))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .check(adapter);
    }

    @Test
    void another_provider_is_not_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "org.apache.ibatis..")
                .check(adapter);
    }
}
