package jp.banso.people.web.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What sessions are written in: transactions of their own. Reading one is a single statement and needs none. */
final class SessionTransactions implements TransactionOperations {

    private static final ThreadLocal<Boolean> READING = ThreadLocal.withInitial(() -> false);

    private final TransactionTemplate own;

    SessionTransactions(PlatformTransactionManager manager) {
        this.own = new TransactionTemplate(manager);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    static <T> @Nullable T reading(Supplier<@Nullable T> read) {
        READING.set(true);
        try {
            return read.get();
        } finally {
            READING.set(false);
        }
    }

    @Override
    public <T> @Nullable T execute(TransactionCallback<T> action) {
        return READING.get() ? TransactionOperations.withoutTransaction().execute(action) : own.execute(action);
    }
}
