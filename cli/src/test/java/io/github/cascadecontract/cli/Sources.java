package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Source files of an application that the tests compile into a folder of its own, as a build of its own would. */
final class Sources {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|@interface|record) (\\w+)");
    private static final String IMPORTS = """
            import io.github.cascadecontract.annotation.*;
            import jakarta.persistence.*;
            import java.util.*;
            """;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Sources(Path folder) {
        this.folder = folder;
    }

    /** Adds one public type of the package {@code blog}. */
    Sources type(String source) throws IOException {
        return type("blog", source);
    }

    Sources type(String packageName, String source) throws IOException {
        Matcher type = TYPE.matcher(source);
        assertThat(type.find()).isTrue();
        Path file = folder.resolve("src").resolve(packageName.replace('.', '/')).resolve(type.group(1) + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package %s;\n%s%s".formatted(packageName, IMPORTS, source));
        files.add(file);
        return this;
    }

    /** Compiles everything added so far, and tells where the classes are. */
    String compile() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<String> options =
                    List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        return classes.toString();
    }
}
