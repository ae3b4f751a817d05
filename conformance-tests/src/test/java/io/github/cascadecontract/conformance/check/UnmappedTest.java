package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.finding.FindingCode.CASCADE_FROM_UNMAPPED;
import static io.github.cascadecontract.finding.FindingCode.CASCADE_INTO_PROTECTED;
import static io.github.cascadecontract.finding.FindingCode.KEY_WITHOUT_INDEX;
import static io.github.cascadecontract.finding.FindingCode.UNMAPPED_CASCADE;
import static io.github.cascadecontract.finding.FindingCode.UNMAPPED_KEY_BLOCKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.Finding;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Foreign keys that the mapping does not know, and rows that no removal may reach. */
class UnmappedTest {
    private static final String CLIENTS = "create table client (id bigint primary key);";

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_cascade_into_an_unmapped_table_and_on_below_it_is_found() throws SQLException {
        tables.make(CLIENTS + """
                create table visit (id bigint primary key, client_id bigint references client on delete cascade);
                create index on visit (client_id);
                create table step (id bigint primary key, visit_id bigint references visit on delete cascade);
                create index on step (visit_id)""");

        List<Finding> found = tables.find(UNMAPPED_CASCADE, Client.class);
        assertThat(found).extracting(Finding::where).containsExactlyInAnyOrder("step", "visit");
        assertThat(found)
                .extracting(Finding::sentence)
                .contains("visit_client_id_fkey of client_id, which the mapping does not know, removes rows of visit"
                        + " with rows of client.");
        for (Finding finding : found) tables.run(String.valueOf(finding.mend()));
        assertThat(CheckedTables.serious(tables.check(Client.class))).isEmpty();
    }

    @Test
    void an_unmapped_key_between_mapped_tables_is_found_as_well() {
        tables.make(CLIENTS + """
                create table call (id bigint primary key, client bigint references client on delete cascade);
                create index on call (client)""");

        assertThat(tables.only(UNMAPPED_CASCADE, Client.class, Call.class).where())
                .isEqualTo("Call");
    }

    @Test
    void what_blocks_or_nulls_there_is_no_more_than_worth_knowing() {
        tables.make(CLIENTS + """
                create table visit (id bigint primary key, client_id bigint references client on delete restrict);
                create table badge (id bigint primary key, client_id bigint references client on delete set null);
                create index on visit (client_id);
                create index on badge (client_id)""");

        assertThat(tables.only(UNMAPPED_KEY_BLOCKS, Client.class).sentence())
                .contains("visit_client_id_fkey of visit", "says RESTRICT");
        assertThat(CheckedTables.serious(tables.check(Client.class))).isEmpty();
    }

    @Test
    void an_unmapped_key_slows_removals_down_without_an_index() {
        tables.make(CLIENTS
                + "create table badge (id bigint primary key, client_id bigint references client on delete set null)");

        assertThat(tables.only(KEY_WITHOUT_INDEX, Client.class).where()).isEqualTo("badge");
    }

    @Test
    void a_cascade_that_comes_from_an_unmapped_table_is_worth_knowing() {
        tables.make("""
                create table region (id bigint primary key);
                create table client (id bigint primary key, region_id bigint references region on delete cascade)""");

        assertThat(tables.only(CASCADE_FROM_UNMAPPED, Client.class).sentence())
                .startsWith(
                        "client_region_id_fkey removes rows of client with rows of region, which the mapping does not know.");
        assertThat(CheckedTables.serious(tables.check(Client.class))).isEmpty();
    }

    @Test
    void tables_that_have_nothing_to_do_with_the_contract_are_not_spoken_of() {
        tables.make(CLIENTS + """
                create table star (id bigint primary key);
                create table planet (id bigint primary key, star_id bigint references star on delete cascade)""");

        assertThat(tables.check(Client.class).findings()).isEmpty();
    }

    @Test
    void a_cascade_into_protected_rows_is_an_error() throws SQLException {
        tables.make(CLIENTS + """
                create table audit (id bigint primary key, client_id bigint references client on delete cascade);
                create index on audit (client_id)""");

        assertThat(tables.only(CASCADE_INTO_PROTECTED, Client.class, Audit.class)
                        .sentence())
                .isEqualTo("Audit is @Protected, and audit_client_id_fkey removes its rows with what they refer to:"
                        + " such a removal is refused, and by plain SQL the rows go (PRO-1).");
        assertThat(CheckedTables.serious(tables.mended(CASCADE_INTO_PROTECTED, Client.class, Audit.class)))
                .isEmpty();
    }

    @Test
    void so_is_one_that_goes_through_an_unmapped_table() {
        tables.make(CLIENTS + """
                create table visit (id bigint primary key, client_id bigint references client on delete cascade);
                create index on visit (client_id);
                create table audit (id bigint primary key, client_id bigint references client,
                    visit_id bigint references visit on delete cascade);
                create index on audit (client_id);
                create index on audit (visit_id)""");

        assertThat(tables.only(CASCADE_INTO_PROTECTED, Client.class, Audit.class)
                        .sentence())
                .contains("audit_visit_id_fkey", "the contract does not know the key");
    }

    @Test
    void the_mapping_alone_tells_where_it_declares_the_cascade_or_removes() {
        assertThat(CascadeContract.of(Ship.class, Log.class).check().findings())
                .filteredOn(finding -> finding.code() == CASCADE_INTO_PROTECTED)
                .extracting(Finding::where)
                .containsExactly("Ship.logs");
        CascadeContract byClient = CascadeContract.of(Ship.class, Log.class, Dock.class, Chain.class);
        assertThat(byClient.check().findings())
                .filteredOn(finding -> finding.code() == CASCADE_INTO_PROTECTED)
                .extracting(Finding::where)
                .containsExactlyInAnyOrder("Ship.logs", "Dock.chains");
    }

    @Test
    void between_protected_rows_a_cascade_never_starts() {
        tables.make("""
                create table vault (id bigint primary key);
                create table coin (id bigint primary key, vault_id bigint references vault on delete cascade);
                create index on coin (vault_id)""");

        assertThat(CheckedTables.serious(tables.check(Vault.class, Coin.class))).isEmpty();
    }

    @Entity(name = "Client")
    static class Client {
        @Id
        Long id;
    }

    @Entity(name = "Call")
    static class Call {
        @Id
        Long id;

        Long client;
    }

    @Entity(name = "Audit")
    @Protected
    static class Audit {
        @Id
        Long id;

        @ManyToOne
        Client client;
    }

    @Entity(name = "Ship")
    static class Ship {
        @Id
        Long id;

        @OneToMany(mappedBy = "ship", cascade = CascadeType.REMOVE)
        List<Log> logs;
    }

    @Entity(name = "Log")
    @Protected
    static class Log {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Ship ship;
    }

    @Entity(name = "Dock")
    static class Dock {
        @Id
        Long id;

        @OneToMany(mappedBy = "dock", orphanRemoval = true)
        List<Chain> chains;
    }

    @Entity(name = "Chain")
    @Protected
    static class Chain {
        @Id
        Long id;

        @ManyToOne
        Dock dock;
    }

    @Entity(name = "Vault")
    @Protected
    static class Vault {
        @Id
        Long id;
    }

    @Entity(name = "Coin")
    @Protected
    static class Coin {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Vault vault;
    }
}
