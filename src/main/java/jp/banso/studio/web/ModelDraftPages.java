package jp.banso.studio.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.processengine.ModelFile;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftCheck;
import jp.banso.studio.DraftComments;
import jp.banso.studio.DraftDifference;
import jp.banso.studio.DraftFile;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.DraftStatus;
import jp.banso.studio.ModelDrafts;
import jp.banso.studio.Publications;
import jp.banso.studio.Upgrades;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One draft: its files, what is wrong with it, what it changes, and what is said about it. */
@Controller
@RequestMapping("/studio/drafts/{draftId}")
class ModelDraftPages {

    private final ModelDrafts drafts;
    private final DraftCheck check;
    private final DraftComments comments;
    private final People people;
    private final FileLines lines;
    private final DraftDifference difference;
    private final Publications publications;
    private final Upgrades upgrades;

    ModelDraftPages(
            ModelDrafts drafts,
            DraftCheck check,
            DraftComments comments,
            People people,
            FileLines lines,
            DraftDifference difference,
            Publications publications,
            Upgrades upgrades) {
        this.drafts = drafts;
        this.check = check;
        this.comments = comments;
        this.people = people;
        this.lines = lines;
        this.difference = difference;
        this.publications = publications;
        this.upgrades = upgrades;
    }

    @GetMapping
    String show(@PathVariable String draftId, Member member, Model model) {
        Draft draft = drafts.find(draftId, member);
        List<DraftFile> all = drafts.files(draftId, member);
        List<FileLines.Line> files = lines.of(all);
        model.addAttribute("draft", draft);
        model.addAttribute("editor", draft.editor() == null ? "" : people.nameOf(draft.editor()));
        model.addAttribute("changedBy", people.nameOf(draft.changedBy()));
        model.addAttribute("mine", member.username().equals(draft.editor()));
        model.addAttribute("files", files);
        model.addAttribute("findings", lines.findings(check.findings(draftId, member), files, draftId));
        model.addAttribute("sides", upgrades.sides(draftId, member));
        model.addAttribute("changes", difference.changes(draftId, member));
        model.addAttribute("compares", compares(draft, files));
        model.addAttribute(
                "proposal",
                publications.ofDraft(draftId, member).stream().findFirst().orElse(null));
        model.addAttribute(
                "changesTable", all.stream().anyMatch(file -> file.kind().equals("dmn") && file.isChanged()));
        model.addAttribute("comments", comments.of(draftId, member));
        return "studio/draft";
    }

    /** For each model of an open draft that was published before: its name, and where both are laid beside each other. */
    private static List<Map.Entry<String, String>> compares(Draft draft, List<FileLines.Line> files) {
        if (draft.is(DraftStatus.PUBLISHED) || draft.is(DraftStatus.DROPPED)) {
            return List.of();
        }
        return files.stream()
                .filter(line ->
                        line.file().base() != null && !line.file().kind().equals("form"))
                .flatMap(line -> {
                    boolean process = line.file().kind().equals("bpmn");
                    return ModelTags.of(line.file().content())
                            .filter(tag -> tag.name().equals(process ? "process" : "decision"))
                            .map(tag -> Map.entry(
                                    line.title(),
                                    "/studio/models/%s/%s/compare?after=draft-%s"
                                            .formatted(
                                                    process ? "process" : "decision",
                                                    tag.attribute("id"),
                                                    draft.draftId())));
                })
                .toList();
    }

    @PostMapping("/files")
    String add(
            @PathVariable String draftId,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Member member,
            RedirectAttributes flash)
            throws IOException {
        drafts.find(draftId, member);
        List<ModelFile> received = StudioPages.received(files);
        return act(draftId, flash, "ファイルを入れました", () -> {
            if (received.isEmpty()) {
                throw new DraftRefused("ファイルを選んでください。");
            }
            drafts.add(draftId, received, member);
        });
    }

    @PostMapping("/files/{fileId}/remove")
    String remove(@PathVariable String draftId, @PathVariable String fileId, Member member, RedirectAttributes flash) {
        return act(draftId, flash, "下書きから外しました", () -> drafts.remove(draftId, fileId, member));
    }

    @PostMapping("/files/{fileId}/restore")
    String restore(@PathVariable String draftId, @PathVariable String fileId, Member member, RedirectAttributes flash) {
        return act(draftId, flash, "公開中の内容に戻しました", () -> drafts.restore(draftId, fileId, member));
    }

    /** @param side {@code theirs} for the product's content of the file, else the municipality's own */
    @PostMapping("/files/{fileId}/choose")
    String choose(
            @PathVariable String draftId,
            @PathVariable String fileId,
            @RequestParam(defaultValue = "") String side,
            Member member,
            RedirectAttributes flash) {
        boolean theirs = side.equals("theirs");
        return act(
                draftId,
                flash,
                theirs ? "製品の版を採りました" : "この自治体の版を採りました",
                () -> upgrades.choose(draftId, fileId, theirs, member));
    }

    @PostMapping("/rename")
    String rename(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "") String title,
            Member member,
            RedirectAttributes flash) {
        return act(draftId, flash, "名前を変えました", () -> drafts.rename(draftId, title, member));
    }

    @PostMapping("/take-over")
    String takeOver(@PathVariable String draftId, Member member, RedirectAttributes flash) {
        return act(draftId, flash, "編集を引き継ぎました", () -> drafts.takeOver(draftId, member));
    }

    @PostMapping("/comments")
    String comment(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "") String text,
            Member member,
            RedirectAttributes flash) {
        flash.addFlashAttribute("typedText", text);
        return act(draftId, flash, "メモを残しました", () -> {
            comments.write(draftId, text, member);
            flash.getFlashAttributes().remove("typedText");
        });
    }

    @PostMapping("/drop")
    String drop(@PathVariable String draftId, Member member, RedirectAttributes flash) {
        String page = act(draftId, flash, "下書きをやめました", () -> drafts.drop(draftId, member));
        return flash.getFlashAttributes().containsKey("refused") ? page : "redirect:/studio";
    }

    private static String act(String draftId, RedirectAttributes flash, String done, Runnable action) {
        try {
            action.run();
            flash.addFlashAttribute("saved", done);
        } catch (DraftRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/studio/drafts/" + draftId;
    }
}
