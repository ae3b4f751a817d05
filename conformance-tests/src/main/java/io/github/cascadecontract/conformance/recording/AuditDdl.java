package io.github.cascadecontract.conformance.recording;

/**
 * The trigger that notes each change of a row, and the table that it notes it in.
 *
 * <p>Updates and deletes are noted <em>before</em> they happen: only then is the statement that the foreign key sends
 * still on the call stack, below the trigger. After-triggers of such a statement run on behalf of the client's. Inserts
 * are noted <em>after</em> they happen, because a row that ON CONFLICT leaves out fires the trigger before as well, and
 * no foreign key inserts.
 */
final class AuditDdl {

    static final String TABLE = "cascade_row_audit";

    /**
     * How PostgreSQL words a referential action, whatever language it speaks around it, as a LIKE pattern (a regular
     * expression here takes more time than the deletion). Its table is always qualified and quoted, and it compares a
     * parameter by an operator of a named schema, which nobody writes by hand.
     */
    static final String REFERENTIAL_ACTION = "%\".\"%\" %WHERE $% OPERATOR(%";

    /** The name sorts last, so that no other trigger changes or drops the row after it was noted. */
    private static final String TRIGGER = "\"~cascade_row_audit\"";

    /**
     * No column may be so wide that it needs a TOAST table: emptying the schema would take twice as long. Events have
     * no sequence: {@code lastval()}, by which EclipseLink learns generated ids, would tell its number.
     */
    private static final String TABLE_AND_FUNCTION = """
            CREATE TABLE %1$s.%2$s (
                event timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
                table_name name NOT NULL,
                operation varchar(6) NOT NULL,
                origin varchar(12) NOT NULL,
                row_key varchar(200) NOT NULL);
            CREATE FUNCTION %1$s.%2$s() RETURNS trigger LANGUAGE plpgsql AS $function$
            DECLARE
                actor text := 'CLIENT';
                stack text;
                image jsonb := pg_catalog.to_jsonb(CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END);
                key text := image ->> TG_ARGV[0];
            BEGIN
                IF pg_catalog.pg_trigger_depth() > 1 THEN
                    GET DIAGNOSTICS stack = PG_CONTEXT;
                    actor := CASE WHEN pg_catalog.split_part(stack, E'\\n', 2) LIKE $pattern$%3$s$pattern$
                        THEN 'DATABASE' ELSE 'USER_TRIGGER' END;
                END IF;
                FOR place IN 1 .. TG_NARGS - 1 LOOP
                    key := pg_catalog.concat(key, ',', image ->> TG_ARGV[place]);
                END LOOP;
                INSERT INTO %1$s.%2$s (table_name, operation, origin, row_key)
                VALUES (TG_TABLE_NAME, TG_OP, actor, pg_catalog.left(pg_catalog.concat(key), 200));
                IF TG_OP = 'DELETE' THEN
                    RETURN OLD;
                END IF;
                RETURN NEW;
            END $function$;
            """;

    private static final String TRIGGERS = """
            DO $block$
            DECLARE
                found record;
            BEGIN
                FOR found IN
                    SELECT t.oid::regclass AS name, string_agg(quote_literal(a.attname), ', ' ORDER BY a.attnum) AS keys
                    FROM pg_class t
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                    LEFT JOIN pg_index p ON p.indrelid = t.oid AND p.indisprimary
                    WHERE t.relnamespace = '%1$s'::regnamespace AND t.relkind = 'r' AND t.relname <> '%2$s'
                    AND (p.indkey IS NULL OR a.attnum = ANY (p.indkey))
                    GROUP BY t.oid
                LOOP
                    EXECUTE format('CREATE TRIGGER %3$s BEFORE UPDATE OR DELETE ON %%1$s FOR EACH ROW EXECUTE FUNCTION %1$s.%2$s(%%2$s)',
                        found.name, found.keys);
                    EXECUTE format('CREATE TRIGGER %4$s AFTER INSERT ON %%1$s FOR EACH ROW EXECUTE FUNCTION %1$s.%2$s(%%2$s)',
                        found.name, found.keys);
                END LOOP;
            END $block$""";

    private AuditDdl() {}

    /** Returns the statements that put every table that a schema has under audit. */
    static String in(String schema, String referentialAction) {
        return TABLE_AND_FUNCTION.formatted(schema, TABLE, referentialAction)
                + TRIGGERS.formatted(schema, TABLE, TRIGGER, TRIGGER.replace("audit", "audit_insert"));
    }
}
