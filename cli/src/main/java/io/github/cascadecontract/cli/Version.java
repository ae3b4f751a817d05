package io.github.cascadecontract.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest tells. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Cascade.class.getPackage().getImplementationVersion();
        return new String[] {"Cascade Contract " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
