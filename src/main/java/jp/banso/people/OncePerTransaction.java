package jp.banso.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what was read, for the rest of the transaction and no longer; outside of one nothing is remembered. Whoever
 * changes what is remembered must make it forget.
 */
public final class OncePerTransaction<V> {

    /** What is remembered under the key; read now if nothing is. */
    public V get(String key, Supplier<V> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.get();
        }
        Memory memory = memory();
        V known = memory.known.get(key);
        if (known == null) {
            known = read.get();
            memory.known.put(key, known);
        }
        return known;
    }

    /** Remembers what was just written. */
    public void remember(String key, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            memory().known.put(key, value);
        }
    }

    /** What is remembered under the key, without reading anything. */
    public Optional<V> known(String key) {
        return TransactionSynchronizationManager.getResource(this) == null
                ? Optional.empty()
                : Optional.ofNullable(memory().known.get(key));
    }

    /** Lets the next question be read anew. */
    public void forget() {
        if (TransactionSynchronizationManager.getResource(this) != null) {
            memory().known.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private Memory memory() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Memory) bound;
        }
        Memory memory = new Memory();
        TransactionSynchronizationManager.bindResource(this, memory);
        TransactionSynchronizationManager.registerSynchronization(memory);
        return memory;
    }

    /** Steps aside while another transaction runs inside. */
    private final class Memory implements TransactionSynchronization {

        private final Map<String, V> known = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(OncePerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OncePerTransaction.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }
    }
}
