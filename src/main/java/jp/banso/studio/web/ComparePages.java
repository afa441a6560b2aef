package jp.banso.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.DraftChange;
import jp.banso.studio.DraftDifference;
import jp.banso.studio.ModelStates;
import jp.banso.studio.ModelStates.State;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Any two states of a model beside each other: in words, and for a process on both drawings. */
@Controller
class ComparePages {

    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final ModelStates states;
    private final PublishedFiles published;
    private final DraftDifference difference;

    ComparePages(ModelStates states, PublishedFiles published, DraftDifference difference) {
        this.states = states;
        this.published = published;
        this.difference = difference;
    }

    /** @param href of this page, without the two states */
    record Subject(Kind kind, String key, String title, String href, String back, boolean drafts) {

        public boolean isProcess() {
            return kind == Kind.PROCESS;
        }
    }

    /** Drafts as well, for those who draw them. */
    @GetMapping("/studio/models/{kind}/{key}/compare")
    String inTheStudio(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            Member member,
            Model model) {
        String back = "/studio/models/" + kind + "/" + key;
        Subject subject = subject(StudioPages.kind(kind), key, back + "/compare", back, true, member);
        model.addAttribute("nav", "studio");
        return compare(subject, before, after, member, model);
    }

    /** The published ones, for everybody who works by them. */
    @GetMapping("/processes/{key}/compare")
    String published(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            Member member,
            Model model) {
        String back = "/processes/" + key;
        Subject subject = subject(Kind.PROCESS, key, back + "/compare", back, false, member);
        model.addAttribute("nav", "processes");
        return compare(subject, before, after, member, model);
    }

    /** The drawing of one state. */
    @GetMapping("/studio/models/{kind}/{key}/compare/{state}")
    ResponseEntity<byte[]> drawing(
            @PathVariable String kind, @PathVariable String key, @PathVariable String state, Member member) {
        return drawing(StudioPages.kind(kind), key, state, true, member);
    }

    @GetMapping("/processes/{key}/compare/{version}")
    ResponseEntity<byte[]> publishedDrawing(@PathVariable String key, @PathVariable String version, Member member) {
        return drawing(Kind.PROCESS, key, version, false, member);
    }

    private ResponseEntity<byte[]> drawing(Kind kind, String key, String state, boolean drafts, Member member) {
        ModelFile file = states.files(kind, key, state, drafts, member)
                .orElseThrow(NotHere::new)
                .get(0);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(XML)
                .body(file.bytes());
    }

    private Subject subject(Kind kind, String key, String href, String back, boolean drafts, Member member) {
        String title = published.versions(kind, key, member.municipalityId()).stream()
                .findFirst()
                .map(PublishedFile::title)
                .orElseThrow(NotHere::new);
        return new Subject(kind, key, title, href, back, drafts);
    }

    private String compare(Subject subject, String before, String after, Member member, Model model) {
        List<State> all = states.of(subject.kind(), subject.key(), subject.drafts(), member);
        State right = chosen(all, after).orElse(all.get(0));
        State left = chosen(all, before).orElseGet(() -> older(all, right));
        List<ModelFile> old = files(subject, left, member);
        List<ModelFile> now = files(subject, right, member);
        model.addAttribute("subject", subject);
        model.addAttribute("states", all);
        model.addAttribute("left", left);
        model.addAttribute("right", right);
        List<CompareView.Part> parts = CompareView.parts(difference.between(old, now, member), old, now);
        model.addAttribute("parts", parts);
        model.addAttribute("marks", marks(parts));
        return "studio/compare";
    }

    private List<ModelFile> files(Subject subject, State state, Member member) {
        return states.files(subject.kind(), subject.key(), state.id(), subject.drafts(), member)
                .orElseThrow(NotHere::new);
    }

    private static Optional<State> chosen(List<State> all, String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NotHere::new));
    }

    /** What was there before: for a draft the version in force, for a version the one under it. */
    private static State older(List<State> all, State right) {
        int at = all.indexOf(right);
        return all.stream()
                .skip(at + 1L)
                .filter(each -> !each.draft())
                .findFirst()
                .orElse(right);
    }

    /** For the drawings: {@code id:KIND} with commas between them, the strongest word for each element. */
    private static String marks(List<CompareView.Part> parts) {
        Map<String, String> marks = parts.stream()
                .filter(part -> part.drawn())
                .flatMap(part -> part.changes().stream())
                .filter(change -> change.element() != null)
                .collect(Collectors.toMap(
                        DraftChange::element,
                        DraftChange::kind,
                        (one, other) -> one.equals("MOVED") ? one : other,
                        java.util.LinkedHashMap::new));
        return marks.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(","));
    }
}
