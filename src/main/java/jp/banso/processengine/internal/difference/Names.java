package jp.banso.processengine.internal.difference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.banso.people.RoleBook;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.internal.check.Node;
import jp.banso.processengine.internal.check.XmlReader;
import jp.banso.settings.SettingsReading;

/** What processes, decisions and steps are called in one state of the models. */
final class Names {

    private final Map<String, String> steps;
    private final Map<String, String> models = new HashMap<>();
    private final RoleBook roles;

    Names(Map<String, String> steps, RoleBook inForce, List<ModelFile> files) {
        this.steps = steps;
        this.roles = files.stream()
                .filter(file -> file.name().equals(RoleBook.FILE))
                .findFirst()
                .map(file -> RoleBook.of(
                        SettingsReading.of(file.name(), file.bytes()).file()))
                .orElse(inForce);
        for (var file : files) {
            if (file.name().endsWith(".bpmn") || file.name().endsWith(".dmn")) {
                try {
                    var root = XmlReader.read(file.bytes());
                    var kind = file.name().endsWith(".dmn") ? "decision" : "process";
                    root.all(kind).forEach(this::remember);
                } catch (XmlReader.Unreadable e) {
                    continue; // has no names to tell
                }
            }
        }
    }

    private void remember(Node model) {
        if (!model.attribute("name").isBlank()) {
            models.put(model.attribute("id"), model.attribute("name"));
        }
    }

    String role(String id) {
        return roles.name(id);
    }

    String model(String id) {
        return models.getOrDefault(id, id);
    }

    /** The title of the step that a delegate expression names. */
    String step(String expression) {
        var bean = expression.replaceAll("^\\$\\{\\s*|\\s*}$", "");
        return steps.getOrDefault(bean, bean);
    }
}
