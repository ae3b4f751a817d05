package io.github.cascadecontract.conformance.database;

/** A program that opens the database of its system properties and prints what it is, or why there is none. */
final class DatabaseOpener {

    private DatabaseOpener() {}

    public static void main(String[] arguments) {
        try (TestDatabase database = TestDatabase.open()) {
            database.createSchema("opened").execute("CREATE TABLE users (id integer)");
            System.out.println(database.description());
        } catch (DatabaseUnavailableException failure) {
            System.out.println(failure.getMessage());
        }
    }
}
