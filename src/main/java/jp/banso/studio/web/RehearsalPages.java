package jp.banso.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Outcome;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.DraftRehearsal;
import jp.banso.studio.DraftRehearsal.Ground;
import jp.banso.studio.DraftStatus;
import jp.banso.studio.ModelDrafts;
import jp.banso.studio.PathChange;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The scenarios of a draft: which pass, which take another path and how, and what none of them reaches. */
@Controller
@RequestMapping("/studio/drafts/{draftId}/rehearsal")
class RehearsalPages {

    private final ModelDrafts drafts;
    private final DraftRehearsal rehearsal;

    RehearsalPages(ModelDrafts drafts, DraftRehearsal rehearsal) {
        this.drafts = drafts;
        this.rehearsal = rehearsal;
    }

    /** @param play {@code all} to play them; looking alone plays nothing */
    @GetMapping
    String list(
            @PathVariable String draftId, @RequestParam(defaultValue = "") String play, Member member, Model model) {
        Ground ground = rehearsal.ground(draftId, member);
        Map<String, Rehearsal> played = new LinkedHashMap<>();
        if (play.equals("all")) {
            try {
                rehearsal
                        .playAll(draftId, ground, DraftRehearsal.ALL, member)
                        .forEach(each -> played.put(each.name(), each));
                model.addAttribute("coverage", RehearsalView.coverage(List.copyOf(played.values()), ground));
            } catch (DraftRefused refused) {
                model.addAttribute("refused", refused.getMessage());
            }
        }
        draft(draftId, member, model);
        model.addAttribute(
                "lines",
                ground.scenarios().entrySet().stream()
                        .map(each ->
                                RehearsalView.line(each.getKey(), each.getValue(), played.get(each.getKey()), ground))
                        .sorted(Comparator.comparingInt(RehearsalView::order)
                                .thenComparing(RehearsalView.Line::process)
                                .thenComparing(RehearsalView.Line::name))
                        .toList());
        model.addAttribute("played", !played.isEmpty());
        for (Outcome outcome : Outcome.values()) {
            model.addAttribute(
                    outcome.name().toLowerCase(java.util.Locale.ROOT).replace("_", ""),
                    played.values().stream().filter(each -> each.is(outcome)).count());
        }
        return "studio/rehearsal";
    }

    /** One scenario, played now: its path in words and on the drawing, and as a token that wanders. */
    @GetMapping("/scenario")
    String scenario(
            @PathVariable String draftId, @RequestParam(defaultValue = "") String name, Member member, Model model) {
        if (name.isEmpty()) {
            return list(draftId, "", member, model);
        }
        Ground ground = rehearsal.ground(draftId, member);
        if (!ground.scenarios().containsKey(name)) {
            throw new NotHere();
        }
        draft(draftId, member, model);
        try {
            Rehearsal played = rehearsal.play(draftId, ground, name, member);
            PathChange change = ground.change(played);
            model.addAttribute("line", RehearsalView.line(name, played.scenario(), played, ground));
            model.addAttribute("stops", RehearsalView.stops(change, ground));
            model.addAttribute("drawings", RehearsalView.drawings(change, played, ground));
            model.addAttribute("frames", RehearsalView.frames(played, ground));
        } catch (DraftRefused refused) {
            model.addAttribute("refused", refused.getMessage());
            model.addAttribute(
                    "line", RehearsalView.line(name, ground.scenarios().get(name), null, ground));
        }
        return "studio/scenario";
    }

    @PostMapping("/accept")
    String accept(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "") String name,
            Member member,
            RedirectAttributes flash) {
        try {
            rehearsal.accept(draftId, name, member);
            flash.addFlashAttribute("saved", "いまの道筋を、正しい道筋にしました");
        } catch (DraftRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        flash.addAttribute("name", name);
        return "redirect:/studio/drafts/" + draftId + "/rehearsal/scenario";
    }

    /** The drawing of a process as the draft has it, or else as it is in force. */
    @GetMapping("/models/{key}")
    ResponseEntity<String> model(@PathVariable String draftId, @PathVariable String key, Member member) {
        var process = rehearsal.ground(draftId, member).map().processes().get(key);
        if (process == null) {
            throw new NotHere();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .body(process.xml());
    }

    private void draft(String draftId, Member member, Model model) {
        Draft draft = drafts.find(draftId, member);
        model.addAttribute("draft", draft);
        model.addAttribute("mine", member.username().equals(draft.editor()) && draft.is(DraftStatus.OPEN));
    }
}
