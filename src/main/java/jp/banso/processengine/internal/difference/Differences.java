package jp.banso.processengine.internal.difference;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.people.RoleBook;
import jp.banso.processengine.ModelDifference.Change;
import jp.banso.processengine.ModelDifference.Change.Kind;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.Scenario;
import jp.banso.processengine.internal.check.Node;
import jp.banso.processengine.internal.check.XmlReader;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsReading;
import jp.banso.settings.SettingsSchema;
import org.jspecify.annotations.Nullable;

/** The changes of single files. */
public final class Differences {

    private final Names before;
    private final Names after;

    public Differences(Map<String, String> steps, RoleBook roles, List<ModelFile> before, List<ModelFile> after) {
        this.before = new Names(steps, roles, before);
        this.after = new Names(steps, roles, after);
    }

    public Change added(ModelFile file) {
        return new Change(Kind.ADDED, file.name(), null, null, "足した" + kind(file), null, title(file, after));
    }

    public Change removed(ModelFile file) {
        return new Change(Kind.REMOVED, file.name(), null, null, "消した" + kind(file), title(file, before), null);
    }

    public List<Change> of(ModelFile was, ModelFile is) {
        if (Arrays.equals(was.bytes(), is.bytes())) {
            return List.of();
        }
        if (Scenario.isScenario(is.name())) {
            return ScenarioWords.changes(was, is);
        }
        try {
            var now = items(is, after);
            var changes = Comparison.of(is.name(), TableItems.matched(items(was, before), now), now);
            return changes.isEmpty() && !layout(was).equals(layout(is)) ? List.of(changed(is, "図の並び")) : changes;
        } catch (XmlReader.Unreadable | IOException e) {
            return List.of(changed(is, "ファイルの中身（読めないため、くらべられません）"));
        }
    }

    private static Change changed(ModelFile file, String what) {
        return new Change(Kind.CHANGED, file.name(), null, null, what, null, null);
    }

    private static List<Item> items(ModelFile file, Names names) throws XmlReader.Unreadable, IOException {
        if (SettingsFile.isName(file.name())) {
            return SettingsItems.of(file);
        }
        if (file.name().endsWith(".form")) {
            return FormItems.of(file.bytes());
        }
        var root = XmlReader.read(file.bytes());
        return file.name().endsWith(".dmn") ? TableItems.of(root) : ProcessItems.of(root, names);
    }

    private static String layout(ModelFile file) throws XmlReader.Unreadable {
        return file.name().endsWith(".form") || SettingsFile.isName(file.name())
                ? ""
                : XmlReader.read(file.bytes())
                        .all()
                        .filter(node -> node.name.startsWith("di:"))
                        .map(Differences::shape)
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    /** With the element it belongs to, because the same place may mean another shape. */
    private static String shape(Node node) {
        var owner = node;
        while (owner.parent != null && owner.attribute("bpmnElement").isEmpty()) {
            owner = owner.parent;
        }
        return owner.attribute("bpmnElement") + " " + node.name + " " + node.attributes;
    }

    private static String kind(ModelFile file) {
        var settings = SettingsSchema.of(file.name());
        if (settings.isPresent()) {
            return settings.get().kind();
        }
        if (Scenario.isScenario(file.name())) {
            return "場面";
        }
        return file.name().endsWith(".form") ? "様式" : file.name().endsWith(".dmn") ? "決定表" : "プロセス";
    }

    private static String title(ModelFile file, Names names) {
        if (Scenario.isScenario(file.name())) {
            return ScenarioWords.title(file);
        }
        var name = title(file, file.name().endsWith(".dmn") ? "decision" : "process");
        return name == null ? names.form(file.name().replaceAll(".*/|\\.[a-z]+$", "")) : name;
    }

    private static @Nullable String title(ModelFile file, String element) {
        if (SettingsFile.isName(file.name())) {
            return SettingsReading.of(file.name(), file.bytes())
                    .file()
                    .map(SettingsFile::title)
                    .orElse(null);
        }
        try {
            return file.name().endsWith(".form")
                    ? null
                    : XmlReader.read(file.bytes())
                            .all(element)
                            .map(node -> node.attribute("name"))
                            .filter(name -> !name.isBlank())
                            .findFirst()
                            .orElse(null);
        } catch (XmlReader.Unreadable e) {
            return null;
        }
    }
}
