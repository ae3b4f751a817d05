package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.spi.PersistenceSession;

/** Flushes the present session, unless the session itself is at work. */
final class LoadingFlush implements Runnable {
    private PersistenceSession session;
    private int atWork;

    PersistenceSession in(PersistenceSession good) {
        session = good;
        atWork = 0;
        return new SessionWrapper(good) {
            @Override
            public <T> T find(Class<T> type, Object id) {
                atWork++;
                try {
                    return good.find(type, id);
                } finally {
                    atWork--;
                }
            }

            @Override
            public void flush() {
                work(good::flush);
            }

            @Override
            public void commit() {
                work(good::commit);
            }
        };
    }

    @Override
    public void run() {
        if (atWork == 0) {
            work(session::flush);
        }
    }

    private void work(Runnable operation) {
        atWork++;
        try {
            operation.run();
        } finally {
            atWork--;
        }
    }
}
