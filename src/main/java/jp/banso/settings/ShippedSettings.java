package jp.banso.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The settings that come with the product. */
public final class ShippedSettings {

    private static final Map<String, Optional<SettingsFile>> READ = new ConcurrentHashMap<>();

    private ShippedSettings() {}

    /** Without any rule that asks for what is shipped. */
    public static Optional<SettingsFile> file(String name) {
        Optional<SettingsFile> known = READ.get(name);
        if (known == null) {
            known = read(name);
            if (known.isPresent()) {
                READ.put(name, known);
            }
        }
        return known;
    }

    private static Optional<SettingsFile> read(String name) {
        if (SettingsSchema.of(name).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = ShippedSettings.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : SettingsReading.unchecked(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
