package io.github.cascadecontract.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One call of the command line in this JVM.
 *
 * @param code exit code
 * @param out what it printed as result
 * @param err what it said to people
 */
record Run(int code, String out, String err) {
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cascade.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
