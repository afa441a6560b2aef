package jp.banso.processengine.internal.difference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.banso.people.RoleBook;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.internal.check.Node;
import jp.banso.processengine.internal.check.XmlReader;
import jp.banso.settings.SettingsReading;

/** What processes, decisions, steps, forms and facts are called in one state of the models. */
final class Names {

    private final Map<String, String> steps;
    private final Map<String, String> models = new HashMap<>();
    private final RoleBook roles;
    private final Map<String, String> forms = new HashMap<>();
    private final Questions questions = new Questions();

    Names(Map<String, String> steps, RoleBook inForce, List<ModelFile> files) {
        this.steps = steps;
        this.roles = files.stream()
                .filter(file -> file.name().equals(RoleBook.FILE))
                .findFirst()
                .map(file -> RoleBook.of(
                        SettingsReading.of(file.name(), file.bytes()).file()))
                .orElse(inForce);
        for (var file : files) {
            if (file.name().endsWith(".form")) {
                questions.form(file.bytes());
                continue;
            }
            if (!file.name().endsWith(".bpmn") && !file.name().endsWith(".dmn")) {
                continue;
            }
            try {
                var root = XmlReader.read(file.bytes());
                root.all(file.name().endsWith(".dmn") ? "decision" : "process").forEach(this::remember);
                root.all("userTask")
                        .filter(task -> !task.attribute("name").isBlank())
                        .forEach(task -> forms.putIfAbsent(task.attribute("camunda:formRef"), task.attribute("name")));
                questions.process(root);
            } catch (XmlReader.Unreadable e) {
                continue; // has no names to tell
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

    /** A form is called like the step that asks it. */
    String form(String id) {
        return forms.getOrDefault(id, id);
    }

    String condition(String expression) {
        return questions.words(expression);
    }

    /** The title of the step that a delegate expression names. */
    String step(String expression) {
        var bean = expression.replaceAll("^\\$\\{\\s*|\\s*}$", "");
        return steps.getOrDefault(bean, bean);
    }
}
