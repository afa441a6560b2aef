package jp.banso.people;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Long work beside the daily work: item by item in one thread of its own, in the name of the member who asked for it.
 * Where it stands is in the database, so that it goes on after a crash; here is only what makes it run.
 */
public final class SideWork implements AutoCloseable {

    private static final int TRIES = 5;
    private static final int SECONDS_TO_FINISH_AN_ITEM = 20;

    private final ExecutorService worker;
    private volatile boolean closing;

    /** @param name what the thread is called */
    public SideWork(String name) {
        this.worker = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs it after what was begun before; completes when it is over. */
    public CompletableFuture<Void> begin(Runnable work) {
        return CompletableFuture.runAsync(work, worker);
    }

    /** Whether the product stops: no further item is to be begun. */
    public boolean isClosing() {
        return closing;
    }

    /** Lets the audit name the member. */
    public static void inTheNameOf(Member member, Runnable work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(member, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /**
     * Does one item, again if another changed the same at the same moment. What trips over something unforeseen is set
     * aside and does not hold up the others.
     */
    public static void item(Runnable work, Consumer<RuntimeException> setAside) {
        for (var attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (ConcurrencyFailureException | DuplicateKeyException busy) {
                if (attempt == TRIES) {
                    setAside.accept(busy);
                    return;
                }
            } catch (RuntimeException failed) {
                setAside.accept(failed);
                return;
            }
        }
    }

    /** Lets the item that is under way come to its end. */
    @Override
    public void close() {
        closing = true;
        worker.shutdown();
        try {
            worker.awaitTermination(SECONDS_TO_FINISH_AN_ITEM, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
