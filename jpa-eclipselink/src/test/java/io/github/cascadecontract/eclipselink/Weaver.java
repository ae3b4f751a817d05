package io.github.cascadecontract.eclipselink;

import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.TransformerException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.internal.jpa.StaticWeaveInfo;
import org.eclipse.persistence.internal.jpa.deployment.SEPersistenceUnitInfo;
import org.eclipse.persistence.logging.SessionLog;

/** Weaves class files as EclipseLink's StaticWeave does, without files and without an agent. */
final class Weaver {
    private final ClassLoader plain;
    private final ClassTransformer transformer;

    /**
     * Reads the metadata of all classes of one persistence unit.
     *
     * @param plain offers each class as a resource; no class is loaded by it
     * @param names entities, embeddables and mapped superclasses
     */
    Weaver(ClassLoader plain, List<String> names) {
        this.plain = plain;
        EntityManagerSetupImpl setup = new EntityManagerSetupImpl("weaving", "weaving-" + UUID.randomUUID());
        setup.setStaticWeaveInfo(new StaticWeaveInfo(new StringWriter(), SessionLog.OFF));
        this.transformer = setup.predeploy(unit(plain, names), Map.of());
    }

    private static SEPersistenceUnitInfo unit(ClassLoader plain, List<String> names) {
        SEPersistenceUnitInfo unit = new SEPersistenceUnitInfo();
        unit.setPersistenceUnitName("weaving");
        unit.setManagedClassNames(names);
        unit.setProperties(new Properties());
        unit.setClassLoader(plain);
        unit.setNewTempClassLoader(plain);
        // EclipseLink looks for an orm.xml there.
        unit.setPersistenceUnitRootUrl(
                Weaver.class.getProtectionDomain().getCodeSource().getLocation());
        return unit;
    }

    /**
     * Weaves one class.
     *
     * @return the plain bytes, if EclipseLink has nothing to weave into this class
     */
    byte[] weave(String name, byte[] bytes) {
        try {
            byte[] woven = transformer.transform(plain, name.replace('.', '/'), null, null, bytes);
            return woven == null ? bytes : woven;
        } catch (TransformerException failure) {
            throw new IllegalStateException(name, failure);
        }
    }
}
