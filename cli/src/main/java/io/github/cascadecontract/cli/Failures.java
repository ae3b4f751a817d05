package io.github.cascadecontract.cli;

import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.DatabaseException;
import java.io.PrintWriter;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells failures in words, and as an exit code. A stack trace is shown only where this program is at fault. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        command.getErr()
                .println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.INPUT;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        int code = code(failure);
        if (code == ExitCode.FAULT) failure.printStackTrace(command.getErr());
        else tell(failure, command.getErr());
        return code;
    }

    private static int code(Exception failure) {
        if (failure instanceof DatabaseException || failure instanceof SQLException) return ExitCode.DATABASE;
        if (failure instanceof CascadeException || failure instanceof InputException) return ExitCode.INPUT;
        return ExitCode.FAULT;
    }

    private static void tell(Exception failure, PrintWriter error) {
        String message = String.valueOf(failure.getMessage());
        error.println(message);
        if (failure.getCause() instanceof SQLException cause && !message.contains(cause.getMessage()))
            error.println("The database says: " + cause.getMessage());
    }
}
