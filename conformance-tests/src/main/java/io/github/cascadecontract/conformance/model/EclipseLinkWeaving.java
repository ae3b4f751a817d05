package io.github.cascadecontract.conformance.model;

import jakarta.persistence.spi.TransformerException;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.tools.weaving.jpa.StaticWeaveClassTransformer;

/** EclipseLink's static weaving. It wants a persistence unit in a file. */
final class EclipseLinkWeaving implements BytecodeChange {
    private static final String UNIT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence https://jakarta.ee/xml/ns/persistence/persistence_3_2.xsd"
                version="3.2">
              <persistence-unit name="weaving">
                %s
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
              </persistence-unit>
            </persistence>
            """;
    private static final String DESCRIPTOR = "META-INF/persistence.xml";

    @Override
    public Map<String, byte[]> of(Map<String, byte[]> code, ClassLoader classes) {
        try {
            Path unit = unit(code);
            try {
                return woven(code, unit, classes);
            } finally {
                delete(unit);
            }
        } catch (IOException | URISyntaxException | TransformerException failure) {
            throw new IllegalStateException("The generated classes cannot be woven", failure);
        }
    }

    private static Map<String, byte[]> woven(Map<String, byte[]> code, Path unit, ClassLoader classes)
            throws IOException, URISyntaxException, TransformerException {
        StaticWeaveClassTransformer transformer = new StaticWeaveClassTransformer(
                unit.toUri().toURL(), DESCRIPTOR, classes, Writer.nullWriter(), SessionLog.OFF);
        Map<String, byte[]> woven = new HashMap<>(code);
        for (Map.Entry<String, byte[]> plain : code.entrySet()) {
            byte[] changed = transformer.transform(plain.getKey().replace('.', '/'), null, plain.getValue());
            if (changed != null) {
                woven.put(plain.getKey(), changed);
            }
        }
        return woven;
    }

    private static Path unit(Map<String, byte[]> code) throws IOException {
        Path unit = Files.createTempDirectory("cascade-weaving");
        Path descriptor = Files.createDirectory(unit.resolve("META-INF")).resolve("persistence.xml");
        String listed = code.keySet().stream()
                .map(name -> "<class>" + name + "</class>")
                .collect(Collectors.joining("\n"));
        Files.writeString(descriptor, UNIT.formatted(listed));
        return unit;
    }

    private static void delete(Path unit) throws IOException {
        Files.delete(unit.resolve(DESCRIPTOR));
        Files.delete(unit.resolve("META-INF"));
        Files.delete(unit);
    }
}
