package jp.banso.formrecord;

import java.util.List;
import java.util.stream.Stream;
import jp.banso.formrecord.internal.FormReader;

/**
 * A form as its {@code .form} file says: parts in order, fields in order.
 *
 * @param version version of the published form
 */
public record FormDefinition(String id, String version, List<Part> parts) {

    /** A part of a form; the title is empty for fields outside any group. */
    public record Part(String id, String title, List<FormField> fields) {}

    /**
     * A form that is not published yet.
     *
     * @throws IllegalArgumentException if the text is no form
     */
    public static FormDefinition read(String json) {
        return FormReader.read(json, "");
    }

    public Stream<FormField> fields() {
        return parts.stream().flatMap(p -> p.fields().stream());
    }

    public List<FormField> questions() {
        return fields().filter(FormField::isQuestion).toList();
    }
}
