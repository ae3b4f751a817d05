package io.github.cascadecontract.eclipselink;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same stories with woven entities: lazy references, change tracking and fetch groups. */
class WovenTest {
    private static final ClassLoader WOVEN = new WovenClassLoader(
            User.class,
            Post.class,
            Profile.class,
            Comment.class,
            Tag.class,
            Node.class,
            WovenStories.Page.class,
            ManyToManyTest.Film.class,
            ManyToManyTest.Actor.class,
            CallbackTest.Shop.class,
            CallbackTest.Shelf.class,
            CallbackTest.Sign.class,
            InheritanceTest.Owner.class,
            InheritanceTest.Animal.class,
            InheritanceTest.Dog.class,
            InheritanceTest.Cat.class,
            InheritanceTest.Toy.class,
            InheritanceTest.Asset.class,
            InheritanceTest.Boat.class,
            CompositeIdTest.Ordering.class,
            CompositeIdTest.Receipt.class,
            CompositeIdTest.LineId.class,
            CompositeIdTest.Line.class,
            CompositeIdTest.Note.class,
            CompositeIdTest.Seat.class,
            ValueMappingTest.House.class,
            ValueMappingTest.Address.class,
            ValueMappingTest.Garden.class,
            ValueMappingTest.Owner.class,
            ValueMappingTest.YesNo.class,
            ValueMappingTest.City.class,
            ValueMappingTest.Room.class,
            ValueMappingTest.Window.class,
            ValueMappingTest.Door.class);

    @TestFactory
    Stream<DynamicContainer> stories() {
        return Stream.of(
                        CascadeTest.class,
                        EntityManagerDoorTest.class,
                        MergeTest.class,
                        SavepointTest.class,
                        ManyToManyTest.class,
                        InheritanceTest.class,
                        CompositeIdTest.class,
                        ValueMappingTest.class,
                        CallbackTest.class,
                        WovenStories.class)
                .map(story -> dynamicContainer(story.getSimpleName(), tests(woven(story))));
    }

    private static Class<?> woven(Class<?> story) {
        try {
            return WOVEN.loadClass(story.getName());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<DynamicTest> tests(Class<?> story) {
        return methods(story, Test.class).map(test -> dynamicTest(test.getName(), () -> run(story, test)));
    }

    private static Stream<Method> methods(Class<?> story, Class<? extends Annotation> kind) {
        return Arrays.stream(story.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(kind))
                .peek(method -> method.setAccessible(true));
    }

    private static void run(Class<?> story, Method test) throws Throwable {
        Constructor<?> constructor = story.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        try {
            for (Method before : methods(story, BeforeEach.class).toList()) call(before, instance);
            call(test, instance);
        } finally {
            for (Method after : methods(story, AfterEach.class).toList()) call(after, instance);
        }
    }

    private static void call(Method method, Object instance) throws Throwable {
        try {
            method.invoke(instance);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
