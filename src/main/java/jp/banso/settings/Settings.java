package jp.banso.settings;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jp.banso.settings.internal.SettingsMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The settings in force: a municipality's own file where it has published one, else the shared one. What was read is kept
 * until something is published; another server hears of that within a minute.
 */
@Service
public class Settings {

    private final SettingsMapper rows;
    private final Clock clock;
    private final UntilPublished<InForce> known = new UntilPublished<>();

    Settings(SettingsMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** All of a municipality, as far as it was asked for. */
    private record InForce(Map<String, SettingsFile> files, Map<String, CodeList> lists) {}

    /** The file in force. */
    public Optional<SettingsFile> file(String name, String municipalityId) {
        return Optional.ofNullable(inForce(municipalityId).files().get(name)).or(() -> ShippedSettings.file(name));
    }

    /** The files in force whose name begins like this, by name. */
    public List<SettingsFile> files(String folder, String municipalityId) {
        return inForce(municipalityId).files().values().stream()
                .filter(file -> file.name().startsWith(folder))
                .toList();
    }

    /** A shared list of choices as it is today; codes of earlier versions can still be read. */
    public Optional<CodeList> codes(String list, String municipalityId) {
        String name = SettingsFile.nameOf("codes." + list);
        if (SettingsSchema.of(name).isEmpty()) {
            return Optional.empty();
        }
        String kept = list + " " + LocalDate.now(clock);
        InForce all = inForce(municipalityId);
        CodeList found = all.lists().get(kept);
        if (found == null) {
            found = file(name, municipalityId)
                    .map(file -> codes(list, file, municipalityId))
                    .orElse(null);
            if (found != null) {
                all.lists().put(kept, found);
            }
        }
        return Optional.ofNullable(found);
    }

    /** How the municipality calls the codes of a list, those that are used no more, too; nothing without such a list. */
    public Map<String, String> codeNames(String list, String municipalityId) {
        Map<String, String> names = new LinkedHashMap<>();
        codes(list, municipalityId)
                .ifPresent(found -> found.codes().forEach(code -> names.put(code.code(), code.name())));
        return names;
    }

    private CodeList codes(String list, SettingsFile file, String municipalityId) {
        Map<String, CodeList.Code> codes = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock);
        file.rows()
                .forEach(row ->
                        codes.put(row.id(), new CodeList.Code(row.id(), row.get("name"), CodeList.usable(row, today))));
        for (SettingsVersion version : rows.versions(municipalityId, file.name())) {
            read(version).ifPresent(old -> old.rows()
                    .forEach(row -> codes.putIfAbsent(row.id(), new CodeList.Code(row.id(), row.get("name"), false))));
        }
        return new CodeList(list, file.title(), CodeList.isNational(file.name()), new ArrayList<>(codes.values()));
    }

    /** The newest versions, a municipality's own before the shared ones, by name. */
    @Transactional(readOnly = true)
    public List<SettingsVersion> newest(String municipalityId) {
        Map<String, SettingsVersion> newest = new LinkedHashMap<>();
        rows.newest(municipalityId).forEach(each -> newest.put(each.name(), each)); // '' comes before any own one
        return List.copyOf(newest.values());
    }

    /** @see SettingsMapper#versions */
    @Transactional(readOnly = true)
    public List<SettingsVersion> versions(String name, String municipalityId) {
        return rows.versions(municipalityId, name);
    }

    @Transactional(readOnly = true)
    public Optional<SettingsVersion> version(String versionId) {
        return rows.version(versionId);
    }

    /**
     * Makes a file the newest version, if it says anything else than the one before.
     *
     * @param municipalityId empty for what all share
     * @return the new version; empty when nothing has changed
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public Optional<SettingsVersion> publish(String name, byte[] bytes, String municipalityId, boolean shipped) {
        String content = new String(bytes, StandardCharsets.UTF_8);
        boolean same = rows.versions(municipalityId, name).stream()
                .filter(each -> each.municipalityId().equals(municipalityId))
                .findFirst()
                .filter(each -> each.content().equals(content))
                .isPresent();
        if (same) {
            return Optional.empty();
        }
        known.publishing();
        Integer last = rows.lastNumber(municipalityId, name);
        SettingsFile file = SettingsReading.of(name, bytes)
                .file()
                .orElseThrow(() -> new IllegalArgumentException("not a file of settings: " + name));
        var version = new SettingsVersion(
                UUID.randomUUID().toString(),
                municipalityId,
                name,
                last == null ? 1 : last + 1,
                file.title(),
                content,
                shipped,
                LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS));
        rows.insert(version);
        return Optional.of(version);
    }

    private InForce inForce(String municipalityId) {
        return known.get(municipalityId, () -> {
            Map<String, SettingsFile> files = new LinkedHashMap<>();
            newest(municipalityId).forEach(version -> read(version).ifPresent(file -> files.put(file.name(), file)));
            return new InForce(files, new ConcurrentHashMap<>());
        });
    }

    private static Optional<SettingsFile> read(SettingsVersion version) {
        return SettingsReading.of(version.name(), version.content().getBytes(StandardCharsets.UTF_8))
                .file();
    }
}
