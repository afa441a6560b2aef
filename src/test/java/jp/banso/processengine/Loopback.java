package jp.banso.processengine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An address on this machine that hostile models name; counts who calls. */
final class Loopback implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger calls = new AtomicInteger();

    Loopback() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::listen, "loopback");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                calls.incrementAndGet();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    int calls() {
        return calls.get();
    }

    /** The same file with this address where it says {@code LOOPBACK}. */
    ModelFile in(ModelFile file) {
        var text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        var address = "127.0.0.1:" + socket.getLocalPort();
        return new ModelFile(file.name(), text.replace("LOOPBACK", address).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
