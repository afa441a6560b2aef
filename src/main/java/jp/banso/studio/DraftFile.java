package jp.banso.studio;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import jp.banso.processengine.ModelFile;
import org.jspecify.annotations.Nullable;

/**
 * A file of a draft.
 *
 * @param name as it will be published: {@code processes/x/x.bpmn}, {@code processes/x/y.dmn}, {@code forms/x/z.form},
 *     {@code processes/x/w.scenario}, {@code settings/roles.settings}
 * @param base what was published when the draft took it; null for a new one
 * @param version counts the savings, from 1
 */
public record DraftFile(
        String fileId,
        String draftId,
        String name,
        String content,
        @Nullable String base,
        int version,
        String changedBy,
        LocalDateTime changedAt) {

    public boolean isChanged() {
        return !content.equals(base);
    }

    /** {@code bpmn}, {@code dmn}, {@code form}, {@code scenario} or {@code settings}. */
    public String kind() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public DraftFile withContent(String other) {
        return new DraftFile(fileId, draftId, name, other, base, version, changedBy, changedAt);
    }

    /** The last part of the name, as it is called on a disk. */
    public String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    public ModelFile model() {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
