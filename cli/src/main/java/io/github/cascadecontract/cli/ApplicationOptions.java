package io.github.cascadecontract.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the application is. */
final class ApplicationOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--classes",
            required = true,
            paramLabel = "PATH",
            description = "Folders or jars with the compiled entity classes; patterns such as 'lib/*.jar' are allowed.")
    private List<String> classes = List.of();

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description = "Folders or jars that the entity classes need, above all the persistence provider's.")
    private List<String> classPath = List.of();

    @Option(
            names = "--entities",
            split = ",",
            paramLabel = "CLASS",
            description = "The entity classes of the contract, by full name. Default: all in --classes.")
    private List<String> entities = List.of();

    Application open() {
        ClassPath own = ClassPath.of(classes);
        EntityScan scan = EntityScan.of(own);
        Application application =
                new Application(own.plus(ClassPath.of(classPath)), entities.isEmpty() ? found(scan) : entities);
        tellMissing(application.missing(scan.providerAnnotations()));
        return application;
    }

    private List<String> found(EntityScan scan) {
        if (!scan.entities().isEmpty()) return scan.entities();
        String places = String.join(", ", classes);
        if (scan.outdated() > 0)
            throw new InputException(
                    "The %d entity classes in %s are of javax.persistence; the contract reads jakarta.persistence 3."
                            .formatted(scan.outdated(), places));
        throw new InputException(
                "No class with @jakarta.persistence.Entity is in %s. Name the folder or jar that has them with --classes."
                        .formatted(places));
    }

    private void tellMissing(List<String> annotations) {
        if (annotations.isEmpty()) return;
        String names = annotations.stream().map(name -> "@" + name).collect(Collectors.joining(", "));
        command.commandLine()
                .getErr()
                .println(
                        "Not read, because the class path does not have it: %s. Add the provider's jar with --classpath."
                                .formatted(names));
    }
}
