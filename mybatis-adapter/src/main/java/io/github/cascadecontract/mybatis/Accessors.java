package io.github.cascadecontract.mybatis;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.github.cascadecontract.mapping.Attribute;
import java.util.Arrays;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Which methods read or write an attribute, by name and type: {@code getName}, {@code isName}, {@code name} and setters. */
final class Accessors {
    private Accessors() {}

    static ElementMatcher.Junction<MethodDescription> of(Attribute attribute) {
        return getterOf(attribute).or(setterOf(attribute));
    }

    static ElementMatcher.Junction<MethodDescription> getterOf(Attribute attribute) {
        String name = attribute.name();
        return named("get" + capitalised(name))
                .or(named("is" + capitalised(name)))
                .or(named(name))
                .and(takesNoArguments())
                .and(returns(attribute.type()));
    }

    static ElementMatcher.Junction<MethodDescription> setterOf(Attribute attribute) {
        String name = attribute.name();
        return named("set" + capitalised(name)).or(named(name)).and(takesArguments(attribute.type()));
    }

    /** Whether a class has a getter for the attribute that a subclass can override. */
    static boolean hasGetter(Class<?> type, Attribute attribute) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            boolean found = Arrays.stream(declaring.getDeclaredMethods())
                    .map(MethodDescription.ForLoadedMethod::new)
                    .anyMatch(
                            method -> method.isVirtual() && getterOf(attribute).matches(method));
            if (found) return true;
        }
        return false;
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
