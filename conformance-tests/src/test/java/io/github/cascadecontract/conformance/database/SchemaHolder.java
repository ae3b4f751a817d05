package io.github.cascadecontract.conformance.database;

import java.io.IOException;

/** A program that makes a schema in the database of its system properties, and holds it until its input ends. */
final class SchemaHolder {

    private SchemaHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (TestDatabase database = TestDatabase.open()) {
            Schema schema = database.createSchema("held");
            schema.execute("CREATE TABLE users (id integer)");
            System.out.println(schema.name());
            while (System.in.read() >= 0) {}
        }
    }
}
