package jp.banso.processengine.internal.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.banso.processengine.ModelFile;
import jp.banso.settings.RoleIds;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsReading;
import jp.banso.settings.ShippedSettings;

/** Checks files of settings, alone and against the models that rely on them. */
public final class SettingsCheck {

    private static final String ROLES = "settings/roles.settings";
    private static final String CODES = "settings/codes/";

    private SettingsCheck() {}

    static void check(ModelFile file, Findings findings) {
        SettingsReading.of(file.name(), file.bytes())
                .remarks()
                .forEach(remark -> findings.error(remark.line(), remark.row(), remark.rowName(), remark.message()));
    }

    /** Who can be asked to do a step: the product's administrators, and the roles as they will be. */
    public static Set<String> roles(List<ModelFile> files, List<ModelFile> published) {
        var roles = new HashSet<>(RoleIds.ADMINISTRATORS.keySet());
        ShippedSettings.file(ROLES).ifPresent(file -> file.rows().forEach(row -> roles.add(row.id())));
        read(ROLES, files, published).ifPresent(file -> file.rows().forEach(row -> roles.add(row.id())));
        return roles;
    }

    /** The shared lists that forms can name. */
    public static Set<String> lists(List<ModelFile> files, List<ModelFile> published) {
        var lists = new HashSet<String>();
        Stream.concat(files.stream(), published.stream())
                .map(ModelFile::name)
                .filter(name -> name.startsWith(CODES) && SettingsFile.isName(name))
                .forEach(name -> lists.add(SettingsFile.keyOf(name)));
        return lists;
    }

    /** Steps of models that are not changed at the same time must keep the roles they name. */
    static void usedElsewhere(
            List<ModelFile> files, Collection<Node> others, Vocabulary vocabulary, Findings findings) {
        if (files.stream().noneMatch(file -> file.name().equals(ROLES))) {
            return;
        }
        for (var process : others) {
            process.all("userTask").forEach(task -> {
                for (var role : task.attribute("camunda:candidateGroups").split(",")) {
                    if (RoleIds.isOwn(role.strip()) && !vocabulary.roles().contains(role.strip())) {
                        findings.error(
                                1,
                                null,
                                null,
                                "消した役割は、「%s」の手順「%s」が使っています。先に、手順の役割を変えてください。"
                                        .formatted(process.attribute("name"), task.attribute("name")));
                    }
                }
            });
        }
    }

    private static Optional<SettingsFile> read(String name, List<ModelFile> files, List<ModelFile> published) {
        return Stream.concat(files.stream(), published.stream())
                .filter(file -> file.name().equals(name))
                .findFirst()
                .flatMap(file -> SettingsReading.of(file.name(), file.bytes()).file())
                .or(() -> ShippedSettings.file(name));
    }
}
