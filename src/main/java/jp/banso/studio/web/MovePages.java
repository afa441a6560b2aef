package jp.banso.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.processengine.RunningVersions;
import jp.banso.processengine.RunningVersions.Version;
import jp.banso.processengine.Verdicts;
import jp.banso.studio.CaseMove;
import jp.banso.studio.MoveNotPossible;
import jp.banso.studio.Moves;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Seeing what a move to the version in force would mean, beginning it, watching it, and taking it back. */
@Controller
class MovePages {

    private static final int ROWS = 50;
    private static final int STEP_LENGTH = 255;
    private static final String MAP = "map.";
    private static final String PAGE = "redirect:/studio/moves/{moveId}";

    private final Moves moves;
    private final RunningVersions versions;
    private final People people;

    MovePages(Moves moves, RunningVersions versions, People people) {
        this.moves = moves;
        this.versions = versions;
        this.people = people;
    }

    /** Without a version to move from: which ones there are. */
    @GetMapping("/studio/moves/new")
    String choose(
            @RequestParam(name = "process") String processKey,
            @RequestParam(defaultValue = "") String from,
            @RequestParam Map<String, String> asked,
            Member member,
            Model model) {
        var target = moves.target(processKey, member).orElseThrow(NotHere::new);
        var sources = moves.sources(processKey, member);
        model.addAttribute("process", processKey);
        model.addAttribute("target", target);
        model.addAttribute("sources", sources);
        model.addAttribute(
                "moves", moves.list(processKey, member).stream().map(this::view).toList());
        if (from.isEmpty()) {
            return "studio/move-from";
        }
        var source = sources.stream()
                .filter(version -> version.definitionId().equals(from))
                .findFirst()
                .orElseThrow(NotHere::new);
        preview(source, mapping(asked), member, model);
        return "studio/move-new";
    }

    private MoveView view(CaseMove move) {
        return new MoveView(
                move,
                label(move.sourceDefinition(), move.sourceVersion()),
                label(move.targetDefinition(), move.targetVersion()));
    }

    private String label(String definition, int version) {
        return versions.label(definition).orElse("第%d版".formatted(version));
    }

    private void preview(Version source, Map<String, String> mapping, Member member, Model model) {
        Verdicts verdicts;
        try {
            verdicts = moves.preview(source.processKey(), source.definitionId(), mapping, member);
            model.addAttribute("mapping", mapping);
        } catch (MoveNotPossible refused) {
            verdicts = moves.preview(source.processKey(), source.definitionId(), Map.of(), member);
            model.addAttribute("mapping", mapping);
            model.addAttribute("error", refused.getMessage());
        }
        var asked = mapping.isEmpty() || model.containsAttribute("error")
                ? verdicts
                : moves.preview(source.processKey(), source.definitionId(), Map.of(), member);
        model.addAttribute("source", source);
        model.addAttribute("view", new PreviewView(verdicts, asked.open(), ROWS));
        model.addAttribute("waves", Moves.WAVES);
    }

    @PostMapping("/studio/moves")
    String start(
            @RequestParam(name = "process") String processKey,
            @RequestParam String from,
            @RequestParam int wave,
            @RequestParam Map<String, String> asked,
            Member member,
            RedirectAttributes flash) {
        var mapping = mapping(asked);
        try {
            return "redirect:/studio/moves/"
                    + moves.start(processKey, from, mapping, allowed(wave), member)
                            .moveId();
        } catch (MoveNotPossible refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            flash.addAttribute("process", processKey);
            flash.addAttribute("from", from);
            mapping.forEach((step, to) -> flash.addAttribute(MAP + step, to));
            return "redirect:/studio/moves/new";
        }
    }

    private static int allowed(int wave) {
        return Moves.WAVES.contains(wave) ? wave : Moves.WAVES.get(0);
    }

    private static Map<String, String> mapping(Map<String, String> asked) {
        var mapping = new TreeMap<String, String>();
        asked.forEach((name, value) -> {
            if (name.startsWith(MAP) && !value.isEmpty() && name.length() + value.length() < STEP_LENGTH) {
                mapping.put(name.substring(MAP.length()), value);
            }
        });
        return mapping;
    }

    /** The progress or the result: whatever the move is at. */
    @GetMapping("/studio/moves/{moveId}")
    String show(
            @PathVariable String moveId,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int after,
            Member member,
            Model model) {
        var move = find(moveId, member);
        var shown = MoveView.STATUSES.containsKey(status) ? status : null;
        var items = moves.items(moveId, shown, Math.max(0, after), ROWS + 1, member);
        model.addAttribute("view", view(move));
        model.addAttribute("by", people.nameOf(move.createdBy()));
        model.addAttribute(
                "items", items.stream().limit(ROWS).map(MoveView.Item::new).toList());
        model.addAttribute("more", items.size() > ROWS ? items.get(ROWS - 1).itemNo() : null);
        model.addAttribute("after", after);
        model.addAttribute("shown", shown);
        model.addAttribute("waves", Moves.WAVES);
        return "studio/move";
    }

    /** The part of the page that changes meanwhile; tells the page to reload when that is over. */
    @GetMapping("/studio/moves/{moveId}/progress")
    String progress(@PathVariable String moveId, Member member, Model model, HttpServletResponse response) {
        var view = view(find(moveId, member));
        if (!view.isBusy()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("view", view);
        return "studio/move :: progress";
    }

    @PostMapping("/studio/moves/{moveId}/pause")
    String pause(@PathVariable String moveId, Member member) {
        moves.pause(moveId, member);
        return PAGE;
    }

    @PostMapping("/studio/moves/{moveId}/resume")
    String resume(@PathVariable String moveId, Member member) {
        moves.resume(moveId, member);
        return PAGE;
    }

    @PostMapping("/studio/moves/{moveId}/next")
    String next(@PathVariable String moveId, @RequestParam(defaultValue = "10") int wave, Member member) {
        moves.nextWave(moveId, allowed(wave), member);
        return PAGE;
    }

    @PostMapping("/studio/moves/{moveId}/back")
    String back(@PathVariable String moveId, @RequestParam(required = false) @Nullable Integer item, Member member) {
        moves.back(moveId, item, member);
        return PAGE;
    }

    private CaseMove find(String moveId, Member member) {
        return moves.find(moveId, member).orElseThrow(NotHere::new);
    }
}
