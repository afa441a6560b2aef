package jp.banso.studio.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.processengine.Scenario;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsReading;
import jp.banso.studio.DraftFile;

/** What people call a file of a draft: the name of its process or decision, or the step that a form belongs to. */
final class ModelTitle {

    private static final Pattern PROCESS = Pattern.compile("<(?:\\w+:)?process\\b[^>]*?\\bname=\"([^\"]{1,200})\"");
    private static final Pattern DECISION = Pattern.compile("<(?:\\w+:)?decision\\b[^>]*?\\bname=\"([^\"]{1,200})\"");
    private static final Pattern TASK = Pattern.compile("<(?:\\w+:)?userTask\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]{1,200})\"");
    private static final Pattern FORM = Pattern.compile("\\bcamunda:formRef=\"([^\"]{1,100})\"");

    private ModelTitle() {}

    /** @param among the files of the same draft */
    static String of(DraftFile file, List<DraftFile> among) {
        return switch (file.kind()) {
            case "bpmn" -> first(PROCESS, file.content(), file.shortName());
            case "dmn" -> first(DECISION, file.content(), file.shortName());
            case "settings" ->
                SettingsReading.of(file.name(), file.model().bytes())
                        .file()
                        .map(SettingsFile::title)
                        .orElse(file.shortName());
            case "scenario" -> scenario(file);
            default -> step(file, among);
        };
    }

    private static String scenario(DraftFile file) {
        try {
            return Scenario.read(file.model().bytes()).title();
        } catch (Scenario.Unreadable unfinished) {
            return file.shortName();
        }
    }

    private static String step(DraftFile form, List<DraftFile> among) {
        String id = form.shortName().replace(".form", "");
        for (DraftFile model : among) {
            Matcher tasks = TASK.matcher(model.kind().equals("bpmn") ? model.content() : "");
            while (tasks.find()) {
                if (first(FORM, tasks.group(), "").equals(id)) {
                    return first(NAME, tasks.group(), id);
                }
            }
        }
        return form.shortName();
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1).replace("&#10;", "").strip() : otherwise;
    }
}
