package io.github.cascadecontract.eclipselink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Loads the module's tests a second time, with woven entities. The tests use fields of entities, which EclipseLink weaves
 * only within the entities: here they call the woven methods instead, as accessors of an entity would.
 */
final class WovenClassLoader extends ClassLoader {
    private static final String PACKAGE = WovenClassLoader.class.getPackageName();

    private final List<String> entities;
    private final Weaver weaver;

    WovenClassLoader(Class<?>... entities) {
        super(WovenClassLoader.class.getClassLoader());
        this.entities = Arrays.stream(entities).map(Class::getName).toList();
        this.weaver = new Weaver(getParent(), this.entities);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) return loaded;
            return isOfTests(name) ? define(name, bytes(name)) : super.loadClass(name, resolve);
        }
    }

    private boolean isOfTests(String name) {
        if (!name.startsWith(PACKAGE + ".")) return false;
        String outermost = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        return getResource(outermost.replace('.', '/') + ".class").getPath().contains("test-classes");
    }

    private Class<?> define(String name, byte[] plain) {
        byte[] woven = entities.contains(name) ? weaver.weave(name, plain) : withAccessors(plain);
        return defineClass(name, woven, 0, woven.length);
    }

    private byte[] bytes(String name) {
        try (InputStream stream = Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"))) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] withAccessors(byte[] plain) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(plain).accept(new Accessors(writer), 0);
        return writer.toByteArray();
    }

    private final class Accessors extends ClassVisitor {
        private static final Set<Integer> FIELD_ACCESS = Set.of(Opcodes.GETFIELD, Opcodes.PUTFIELD);

        Accessors(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    boolean entity = entities.contains(Type.getObjectType(owner).getClassName());
                    if (!entity || !FIELD_ACCESS.contains(opcode)) super.visitFieldInsn(opcode, owner, field, type);
                    else if (opcode == Opcodes.GETFIELD) call(owner, "_persistence_get_" + field, "()" + type);
                    else call(owner, "_persistence_set_" + field, "(" + type + ")V");
                }

                private void call(String owner, String accessor, String signature) {
                    visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, accessor, signature, false);
                }
            };
        }
    }
}
