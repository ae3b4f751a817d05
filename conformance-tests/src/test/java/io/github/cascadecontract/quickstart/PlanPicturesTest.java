package io.github.cascadecontract.quickstart;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.OFF;
import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.tools.PlanFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's pictures: plans of real rows, the same with every adapter. */
class PlanPicturesTest {
    private static final String WRITE = "cascade.write-docs";

    @RegisterExtension
    static final BlogTables BLOG = new BlogTables();

    private final CascadeContract contract = CascadeContract.of(User.class, Post.class);

    static Stream<String> adapters() {
        return ServiceLoader.load(PersistenceAdapter.class).stream()
                .map(adapter -> adapter.get().name());
    }

    @BeforeEach
    void writeALot() {
        BLOG.execute("""
                insert into posts select 10 + n, 'again', 1 from generate_series(1, 9998) n;
                insert into audit_entries select n, 'published', 10 + n from generate_series(1, 1200) n;
                """);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void cascade_only(String adapter) throws IOException {
        BLOG.execute("""
                delete from audit_entries;
                alter table posts drop constraint posts_user_id_fkey, add foreign key (user_id) references users;
                """);
        CascadeContract cascadeOnly = CascadeContract.builder(User.class, Post.class)
                .relation(
                        User.class,
                        "posts",
                        posts -> posts.cascade(ALL).noOrphanRemoval().passiveDeletes(OFF))
                .build();
        compare("cascade-only", plan(adapter, cascadeOnly, work -> work.find(User.class, 1L)));
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void passive_deletes(String adapter) throws IOException {
        compare("passive-deletes", plan(adapter, contract, work -> work.find(User.class, 1L)));
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void orphan_removal(String adapter) throws IOException {
        compare("orphan-removal", plan(adapter, contract, work -> {
            work.find(User.class, 2L).getPosts().clear();
            return work.find(User.class, 1L);
        }));
    }

    private static RemovalPlan plan(String adapter, CascadeContract contract, Function<UnitOfWork, User> change) {
        AtomicReference<RemovalPlan> plan = new AtomicReference<>();
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(adapter, contract, BLOG.dataSource())) {
            factory.inTransaction(work -> plan.set(work.plan(change.apply(work))));
        }
        return plan.get();
    }

    private static void compare(String name, RemovalPlan plan) throws IOException {
        Path file = Documents.ROOT.resolve("docs/plan-" + name + ".svg");
        String picture = PlanFormat.SVG.of(plan);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, picture);
        }
        assertThat(Files.readString(file))
                .as(
                        "%s is generated. After a change of plans or drawings:%n"
                                + "./mvnw -q -pl conformance-tests -am test -Dtest=PlanPicturesTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        file, WRITE)
                .isEqualTo(picture);
    }
}
