package io.github.cascadecontract.removal;

/** Who handles rows. */
public enum Actor {
    /** The unit of work, with a statement for each row or for each batch of rows that it has read. */
    CLIENT_EACH("client, one by one"),
    /** The unit of work, with one statement for all rows, which it does not read. */
    CLIENT_SET("client, set-wise"),
    /** A foreign key's {@code ON DELETE} action; no statement is sent. */
    DATABASE("database"),
    /** Nobody: the rows are in the way. */
    NOBODY("nobody");

    private final String words;

    Actor(String words) {
        this.words = words;
    }

    /** How texts name it. */
    public String words() {
        return words;
    }

    /** Whether the unit of work sends a statement. */
    public boolean isClient() {
        return this == CLIENT_EACH || this == CLIENT_SET;
    }
}
