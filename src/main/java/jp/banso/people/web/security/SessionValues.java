package jp.banso.people.web.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** Turns session values into bytes and back; nothing but plain values and flash messages of them passes. */
final class SessionValues {

    private static final ObjectInputFilter ALLOWED = ObjectInputFilter.Config.createFilter("maxdepth=10;maxrefs=5000;"
            + "maxbytes=200000;maxarray=5000;java.lang.String;java.lang.Long;java.lang.Integer;java.lang.Boolean;"
            + "java.lang.Number;java.lang.Object;java.time.*;java.util.ArrayList;java.util.LinkedList;"
            + "java.util.HashMap;java.util.LinkedHashMap;java.util.Map$Entry;java.util.Collections$*;"
            + "java.util.ImmutableCollections$*;java.util.CollSer;java.util.concurrent.CopyOnWriteArrayList;"
            + "org.springframework.web.servlet.FlashMap;org.springframework.util.LinkedMultiValueMap;"
            + "org.springframework.util.MultiValueMapAdapter;!*");

    private SessionValues() {}

    /** Writes and reads back at once: what could not be read later fails where it was put in. */
    static byte[] write(Object value) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            byte[] written = bytes.toByteArray();
            read(written);
            return written;
        } catch (IOException e) {
            throw new IllegalArgumentException("not a plain session value: " + value.getClass(), e);
        }
    }

    static Object read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ALLOWED);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalArgumentException("session value refused", e);
        }
    }
}
