package jp.banso.studio.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.DisplayDates;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.ModelMap;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Choice;
import jp.banso.processengine.Scenario;
import jp.banso.processengine.Scenario.Event;
import jp.banso.processengine.Scenario.Kind;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.DraftRehearsal;
import jp.banso.studio.DraftRehearsal.Ground;
import jp.banso.studio.DraftStatus;
import jp.banso.studio.ModelDrafts;
import jp.banso.studio.web.FactNames.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A path is recorded by clicking through it. The page carries what happened so far, which is played anew with each click;
 * nothing is kept on the server before it is saved.
 */
@Controller
@RequestMapping("/studio/drafts/{draftId}/rehearsal")
class RecordPages {

    private static final String UNTITLED = "記録しているところ";

    private final ModelDrafts drafts;
    private final DraftRehearsal rehearsal;
    private final FactChoices choices;
    private final DisplayDates dates;
    private final Clock clock;

    RecordPages(ModelDrafts drafts, DraftRehearsal rehearsal, FactChoices choices, DisplayDates dates, Clock clock) {
        this.drafts = drafts;
        this.rehearsal = rehearsal;
        this.choices = choices;
        this.dates = dates;
        this.clock = clock;
    }

    record ProcessChoice(String key, String title, boolean touched) {}

    /** @param when the time of a timer, in words; empty for others */
    record ChoiceLine(Choice choice, String name, String process, String when, List<Fact> facts) {}

    @GetMapping("/record")
    String choose(
            @PathVariable String draftId, @RequestParam(defaultValue = "") String process, Member member, Model model) {
        Ground ground = rehearsal.ground(draftId, member);
        draft(draftId, member, model);
        if (process.isEmpty()) {
            model.addAttribute(
                    "processes",
                    ground.map().processes().values().stream()
                            .map(each -> new ProcessChoice(
                                    each.key(), each.title(), ground.touched().contains(each.key())))
                            .sorted(Comparator.comparing((ProcessChoice each) -> !each.touched())
                                    .thenComparing(ProcessChoice::title))
                            .toList());
            return "studio/record-start";
        }
        if (!ground.map().processes().containsKey(process)) {
            throw new NotHere();
        }
        model.addAttribute("process", ground.map().processes().get(process));
        model.addAttribute("facts", choices.ofStart(process, ground));
        return "studio/record-start";
    }

    /** Begins, takes one step more, or goes one back. */
    @PostMapping("/record")
    String record(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "") String recorded,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String at,
            @RequestParam Map<String, String> typed,
            Member member,
            Model model) {
        Ground ground = rehearsal.ground(draftId, member);
        draft(draftId, member, model);
        String refused = null;
        Scenario so = begun(process, typed, ground);
        try {
            so = recorded.isEmpty() ? so : read(recorded);
            so = kind.equals("back")
                    ? so.back()
                    : kind.isEmpty() ? so : read(so.then(event(kind, at, typed)).text());
        } catch (Scenario.Unreadable wrong) {
            refused = wrong.getMessage();
        }
        show(draftId, so, ground, refused, member, model);
        return "studio/record";
    }

    @PostMapping("/scenarios")
    String save(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "") String recorded,
            @RequestParam(defaultValue = "") String title,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Ground ground = rehearsal.ground(draftId, member);
        draft(draftId, member, model);
        Scenario so;
        try {
            so = read(recorded);
        } catch (Scenario.Unreadable wrong) {
            flash.addFlashAttribute("refused", wrong.getMessage());
            return "redirect:/studio/drafts/" + draftId + "/rehearsal/record";
        }
        try {
            String name = rehearsal.save(draftId, read(so.titled(title.strip()).text()), member);
            flash.addFlashAttribute("saved", "場面を下書きに保存しました");
            flash.addAttribute("name", name);
            return "redirect:/studio/drafts/" + draftId + "/rehearsal/scenario";
        } catch (DraftRefused | Scenario.Unreadable refused) {
            model.addAttribute("typedTitle", title);
            show(draftId, so, ground, refused.getMessage(), member, model);
            return "studio/record";
        }
    }

    private Scenario begun(String process, Map<String, String> typed, Ground ground) {
        if (!ground.map().processes().containsKey(process)) {
            throw new NotHere();
        }
        return new Scenario(
                UNTITLED, process, LocalDate.now(clock), facts(typed, false), Map.of(), List.of(), List.of());
    }

    private static Scenario read(String text) throws Scenario.Unreadable {
        return Scenario.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Event event(String kind, String at, Map<String, String> typed) throws Scenario.Unreadable {
        return switch (kind) {
            case "step" -> new Event(Kind.STEP, at, facts(typed, false));
            case "message" -> new Event(Kind.MESSAGE, at, facts(typed, true));
            case "until" -> new Event(Kind.UNTIL, at, Map.of());
            case "days" -> new Event(Kind.DAYS, at.matches("[0-9]{1,4}") ? at : "0", Map.of());
            default -> throw new Scenario.Unreadable("次にすることを選んでください。");
        };
    }

    /** @param all whether what was left empty is told as nothing, so that no earlier value stays */
    private static Map<String, @Nullable Object> facts(Map<String, String> typed, boolean all) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        typed.forEach((field, text) -> {
            String name = field.substring(field.indexOf('.') + 1);
            String value = text.strip();
            if (field.indexOf('.') < 0 || value.isEmpty() && !all) {
                return;
            }
            facts.put(name, value.isEmpty() ? null : value(field, value));
        });
        return Scenario.facts(facts);
    }

    private static Object value(String field, String text) {
        if (field.startsWith("number.") && text.matches("-?[0-9]{1,7}")) {
            return Long.valueOf(text);
        }
        if (field.startsWith("flag.")) {
            return text.equals("true");
        }
        if (field.startsWith("day.") && JapaneseDate.parse(text) instanceof JapaneseDate.Parsed day) {
            return day.date().toString();
        }
        return text;
    }

    private void show(
            String draftId, Scenario so, Ground ground, @Nullable String refused, Member member, Model model) {
        model.addAttribute("recorded", so.text());
        model.addAttribute("scenario", so);
        model.addAttribute("process", ground.map().title(so.process()));
        try {
            Rehearsal played = rehearsal.play(draftId, ground, "new", so, member);
            List<ChoiceLine> lines = new ArrayList<>();
            played.choices().forEach(choice -> lines.add(line(choice, played.now(), ground)));
            model.addAttribute("choices", lines);
            model.addAttribute("now", dates.row(played.now()));
            model.addAttribute("trouble", played.trouble());
            model.addAttribute("drawings", RehearsalView.whereNow(played, ground));
            model.addAttribute(
                    "path",
                    played.path().stream()
                            .filter(place -> ground.map()
                                    .find(place)
                                    .filter(point -> !point.kind().endsWith("Gateway"))
                                    .isPresent())
                            .map(place -> new RehearsalView.StopLine(
                                    ground.name(place),
                                    ground.map().title(ModelMap.process(place)),
                                    jp.banso.studio.PathChange.Kind.SAME))
                            .toList());
        } catch (DraftRefused broken) {
            model.addAttribute("trouble", broken.getMessage());
        }
        model.addAttribute("refused", refused);
    }

    private ChoiceLine line(Choice choice, LocalDateTime now, Ground ground) {
        return new ChoiceLine(
                choice,
                ground.name(choice.place()),
                ground.map().title(ModelMap.process(choice.place())),
                choice.due() == null
                        ? ""
                        : choice.due().isBefore(now)
                                ? "すぐ"
                                : dates.row(choice.due().toLocalDate()),
                switch (choice.kind()) {
                    case STEP -> choices.ofStep(choice.place(), ground);
                    case MESSAGE -> choices.ofMessage(choice.place(), ground);
                    default -> List.of();
                });
    }

    private void draft(String draftId, Member member, Model model) {
        Draft draft = drafts.find(draftId, member);
        model.addAttribute("draft", draft);
        model.addAttribute("mine", member.username().equals(draft.editor()) && draft.is(DraftStatus.OPEN));
    }
}
