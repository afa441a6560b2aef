package jp.banso.processengine.internal.difference;

import java.util.ArrayList;
import java.util.List;
import jp.banso.processengine.ModelDifference.Change;
import jp.banso.processengine.ModelDifference.Change.Kind;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.Scenario;

/** What changes of a scenario: its name, what happens in it, and the path that counts as right. */
final class ScenarioWords {

    private ScenarioWords() {}

    static String title(ModelFile file) {
        try {
            return Scenario.read(file.bytes()).title();
        } catch (Scenario.Unreadable e) {
            return file.name().replaceAll(".*/", "");
        }
    }

    static List<Change> changes(ModelFile was, ModelFile is) {
        var changes = new ArrayList<Change>();
        try {
            var before = Scenario.read(was.bytes());
            var after = Scenario.read(is.bytes());
            var name = "場面「" + after.title() + "」";
            if (!before.title().equals(after.title())) {
                changes.add(change(is, "場面の名前", before.title(), after.title()));
            }
            if (!before.startsOn().equals(after.startsOn())
                    || !before.given().equals(after.given())
                    || !before.told().equals(after.told())
                    || !before.events().equals(after.events())) {
                changes.add(change(
                        is,
                        name + "で起こること",
                        before.events().size() + "つ",
                        after.events().size() + "つ"));
            }
            if (!before.path().equals(after.path())) {
                changes.add(change(is, name + "の正しい道筋", steps(before), steps(after)));
            }
        } catch (Scenario.Unreadable e) {
            changes.add(change(is, "場面の中身（読めないため、くらべられません）", "", ""));
        }
        return changes;
    }

    private static String steps(Scenario scenario) {
        return scenario.path().size() + "か所を通る";
    }

    private static Change change(ModelFile file, String what, String before, String after) {
        return new Change(
                Kind.CHANGED,
                file.name(),
                null,
                null,
                what,
                before.isEmpty() ? null : before,
                after.isEmpty() ? null : after);
    }
}
