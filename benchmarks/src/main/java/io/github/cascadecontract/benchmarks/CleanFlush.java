package io.github.cascadecontract.benchmarks;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A flush with a user and all its posts managed and nothing changed: the provider alone, and under the contract. */
final class CleanFlush {
    private final Blog blog;

    CleanFlush(Blog blog) {
        this.blog = blog;
    }

    void measure(int posts, Rounds rounds) throws Exception {
        blog.fill(posts);
        for (PersistenceAdapter adapter : Blog.adapters()) {
            List<Contestant> contestants = new ArrayList<>();
            List<UnitOfWorkFactory> factories = new ArrayList<>();
            for (Mode mode : modes(adapter)) {
                UnitOfWorkFactory factory = blog.factory(adapter, mode, blog.dataSource());
                factories.add(factory);
                contestants.add(new Contestant(adapter.name() + " " + mode, () -> flush(factory, posts)));
            }
            rounds.measure("flush with %,d clean managed posts".formatted(posts), contestants);
            factories.forEach(UnitOfWorkFactory::close);
        }
    }

    /** MyBatis has no flush of its own to compare with. */
    private static List<Mode> modes(PersistenceAdapter adapter) {
        return adapter.name().equals("mybatis") ? List.of(Mode.CONTRACT) : List.of(Mode.NATIVE, Mode.CONTRACT);
    }

    private static long flush(UnitOfWorkFactory factory, int posts) {
        try (UnitOfWork work = factory.begin()) {
            User user = Objects.requireNonNull(work.find(User.class, 1L));
            if (user.posts().size() != posts) throw new IllegalStateException("not all posts were read");
            work.flush();
            long start = System.nanoTime();
            for (int i = 0; i < 5; i++) work.flush();
            return (System.nanoTime() - start) / 5;
        }
    }
}
