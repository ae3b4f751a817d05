package io.github.cascadecontract.cli;

import picocli.CommandLine.Command;

/** What all commands have in common. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.FINE + ":nothing found at or above the limit; the removal is not blocked",
            ExitCode.FOUND + ":something found; the removal is blocked",
            ExitCode.INPUT + ":wrong options, classes that cannot be read, or a contract with problems: all are listed",
            ExitCode.DATABASE + ":the database does not answer, or not with what the mapping says",
            ExitCode.FAULT + ":a fault of this program"
        })
final class Conventions {}
