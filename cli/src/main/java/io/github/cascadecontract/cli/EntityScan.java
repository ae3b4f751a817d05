package io.github.cascadecontract.cli;

import io.github.classgraph.AnnotationInfoList;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.FieldInfo;
import io.github.classgraph.MethodInfo;
import io.github.classgraph.ScanResult;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What class files say; nothing is loaded.
 *
 * @param entities names of the classes with {@code @Entity}, in order
 * @param outdated how many classes have the annotation of before Jakarta Persistence 3 instead
 * @param providerAnnotations names of the providers' own annotations, on whatever class, in order
 */
record EntityScan(List<String> entities, int outdated, List<String> providerAnnotations) {
    private static final List<String> PROVIDERS =
            List.of("org.hibernate.annotations.", "org.eclipse.persistence.annotations.");

    static EntityScan of(ClassPath classes) {
        ClassGraph scanner = new ClassGraph()
                .overrideClasspath(classes.entries())
                .enableAnnotationInfo()
                .enableFieldInfo()
                .enableMethodInfo()
                .ignoreClassVisibility()
                .ignoreFieldVisibility()
                .ignoreMethodVisibility();
        try (ScanResult found = scanner.scan()) {
            return new EntityScan(
                    found.getClassesWithAnnotation("jakarta.persistence.Entity").getNames(),
                    found.getClassesWithAnnotation("javax.persistence.Entity").size(),
                    providerAnnotations(found));
        }
    }

    private static List<String> providerAnnotations(ScanResult found) {
        return found.getAllClasses().stream()
                .flatMap(EntityScan::annotations)
                .flatMap(annotations -> annotations.getNames().stream())
                .filter(name -> PROVIDERS.stream().anyMatch(name::startsWith))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<AnnotationInfoList> annotations(ClassInfo type) {
        return Stream.of(
                        Stream.of(type.getAnnotationInfo()),
                        type.getDeclaredFieldInfo().stream().map(FieldInfo::getAnnotationInfo),
                        type.getDeclaredMethodInfo().stream().map(MethodInfo::getAnnotationInfo))
                .flatMap(part -> part)
                .filter(Objects::nonNull);
    }
}
