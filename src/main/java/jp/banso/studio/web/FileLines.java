package jp.banso.studio.web;

import java.util.Comparator;
import java.util.List;
import jp.banso.processengine.Finding;
import jp.banso.studio.DraftFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files and findings of a draft as lines of a page. */
@Component
class FileLines {

    private static final List<String> KINDS = List.of("bpmn", "dmn", "form", "scenario", "settings");

    /** @param change {@code 新しい}, {@code 変えた} or nothing */
    record Line(DraftFile file, String title, String kind, String change, String href) {}

    /** @param href the place in the editor; null when it has none */
    record FindingLine(Finding finding, boolean stop, String place, @Nullable String href) {}

    List<Line> of(List<DraftFile> files) {
        return files.stream()
                .sorted(Comparator.comparing((DraftFile file) -> KINDS.indexOf(file.kind()))
                        .thenComparing(DraftFile::name))
                .map(file -> line(file, files))
                .toList();
    }

    static Line line(DraftFile file, List<DraftFile> among) {
        return new Line(
                file,
                ModelTitle.of(file, among),
                switch (file.kind()) {
                    case "bpmn" -> "手順";
                    case "dmn" -> "決定表";
                    case "settings" -> "決まり";
                    case "scenario" -> "場面";
                    default -> "様式";
                },
                file.base() == null ? "新しい" : file.isChanged() ? "変えた" : "",
                "/studio/drafts/" + file.draftId() + "/files/" + file.fileId());
    }

    List<FindingLine> findings(List<Finding> findings, List<Line> files, String draftId) {
        return findings.stream()
                .map(finding -> {
                    Line line = files.stream()
                            .filter(each -> each.file().name().equals(finding.file()))
                            .findFirst()
                            .orElse(null);
                    String title = line == null ? finding.file() : line.title();
                    String name = finding.elementName() != null ? finding.elementName() : finding.element();
                    String href = line == null
                            ? null
                            : line.href() + (finding.element() == null ? "" : "?at=" + finding.element());
                    return new FindingLine(
                            finding,
                            finding.severity() == Finding.Severity.ERROR,
                            name == null ? title + "（" + finding.line() + "行目）" : title + "：" + name,
                            href);
                })
                .toList();
    }
}
