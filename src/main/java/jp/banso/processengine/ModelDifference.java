package jp.banso.processengine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.people.RoleBook;
import jp.banso.processengine.internal.difference.Differences;
import jp.banso.processengine.internal.difference.ProcessMerge;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What changes from one state of models to the next, in the words of those who work by them. */
@Component
public class ModelDifference {

    private final Map<String, String> steps;

    @Autowired
    ModelDifference(ModelCheck check) {
        this(check.knownSteps());
    }

    ModelDifference(Map<String, String> steps) {
        this.steps = steps;
    }

    /**
     * One change.
     *
     * @param file the name of the model
     * @param element id of the element, for marking it in the drawing; null for the whole file
     * @param elementName how people call the element
     * @param what what of it changed, like 主任確認の期限
     * @param before how it was, in words; null where there was nothing
     * @param after how it will be, in words; null where there will be nothing
     */
    public record Change(
            Kind kind,
            String file,
            @Nullable String element,
            @Nullable String elementName,
            String what,
            @Nullable String before,
            @Nullable String after) {

        /** What happened to it. */
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED,
            /** Still there, but in another lane, part or place of an order that counts. */
            MOVED
        }
    }

    /** The changes file by file, in the order of the elements; none if nothing means anything else than before. */
    public List<Change> between(List<ModelFile> before, List<ModelFile> after) {
        return between(before, after, RoleBook.shipped());
    }

    /** The same in the words of a municipality that calls its roles like this. */
    public List<Change> between(List<ModelFile> before, List<ModelFile> after, RoleBook roles) {
        var differences = new Differences(steps, roles, before, after);
        Map<String, ModelFile> old = new LinkedHashMap<>();
        before.forEach(file -> old.put(file.name(), file));
        var changes = new ArrayList<Change>();
        for (var file : after) {
            var was = old.remove(file.name());
            changes.addAll(was == null ? List.of(differences.added(file)) : differences.of(was, file));
        }
        old.values().forEach(file -> changes.add(differences.removed(file)));
        return changes;
    }

    /**
     * Both sides of a process in one: the own state, with the settings of elements that only the newer state changed. What
     * both changed, what is added, taken away or joined otherwise, forms and tables stay as the own side has them.
     */
    public ModelFile merge(ModelFile origin, ModelFile own, ModelFile newer) {
        return own.name().endsWith(".bpmn")
                ? new ModelFile(own.name(), ProcessMerge.merge(origin.bytes(), own.bytes(), newer.bytes()))
                : own;
    }
}
