package jp.banso.processengine.internal.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.Scenario;
import jp.banso.settings.SettingsFile;

/** The keys of the processes or decisions a file defines. */
public final class ModelKeys {

    private ModelKeys() {}

    public static Set<String> of(ModelFile file) {
        var keys = new TreeSet<String>();
        if (file.name().endsWith(".form") || SettingsFile.isName(file.name()) || Scenario.isScenario(file.name())) {
            return keys;
        }
        try {
            var wanted = file.name().endsWith(".dmn") ? "decision" : "process";
            XmlReader.read(file.bytes()).all(wanted).forEach(node -> keys.add(node.attribute("id")));
            return keys;
        } catch (XmlReader.Unreadable e) {
            return keys;
        }
    }

    /** The forms that the steps of a process ask for. */
    public static List<String> forms(ModelFile file) {
        if (!file.name().endsWith(".bpmn")) {
            return List.of();
        }
        try {
            return XmlReader.read(file.bytes())
                    .all("userTask")
                    .map(task -> task.attribute("camunda:formRef"))
                    .filter(ref -> !ref.isBlank())
                    .distinct()
                    .toList();
        } catch (XmlReader.Unreadable e) {
            return List.of();
        }
    }
}
