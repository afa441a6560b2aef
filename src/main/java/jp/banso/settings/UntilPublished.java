package jp.banso.settings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what was read for a minute (another server may publish), or until the transaction of a publication is over;
 * nothing that was read meanwhile is kept.
 */
final class UntilPublished<T> {

    private static final long MINUTE = 60_000_000_000L;

    private record Kept<T>(T value, long since) {}

    private final Map<String, Kept<T>> known = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();

    T get(String key, Supplier<T> read) {
        Kept<T> found = known.get(key);
        if (found != null && underWay.get() == 0 && System.nanoTime() - found.since() < MINUTE) {
            return found.value();
        }
        long before = generation.get();
        T now = read.get();
        if (underWay.get() == 0 && generation.get() == before) {
            known.put(key, new Kept<>(now, System.nanoTime()));
        }
        return now;
    }

    void forget() {
        generation.incrementAndGet();
        known.clear();
    }

    void publishing() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            underWay.incrementAndGet();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                    underWay.decrementAndGet();
                    forget();
                }
            });
        }
    }
}
