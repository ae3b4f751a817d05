package io.github.cascadecontract.cli;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.tools.SourceFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sources of entities by the names of their classes. */
final class SourceFolders implements SourceFiles {
    private final List<Path> folders;
    private final CascadeContract contract;

    SourceFolders(List<Path> folders, CascadeContract contract) {
        this.folders = folders;
        this.contract = contract;
    }

    @Override
    public Optional<String> of(String entity) {
        return contract.entities().stream()
                .filter(model -> model.name().equals(entity))
                .map(EntityModel::type)
                .flatMap(this::candidates)
                .filter(Files::isRegularFile)
                .map(file -> file.toString().replace(File.separatorChar, '/'))
                .findFirst();
    }

    private Stream<Path> candidates(Class<?> type) {
        String name = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
        return folders.stream().flatMap(folder -> Stream.of(".java", ".kt").map(end -> folder.resolve(name + end)));
    }
}
