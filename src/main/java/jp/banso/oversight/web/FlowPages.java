package jp.banso.oversight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.banso.calendar.DisplayDates;
import jp.banso.calendar.JapaneseDate;
import jp.banso.oversight.FinishedStep;
import jp.banso.oversight.Flows;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.Flow;
import jp.banso.processengine.PublishedModels;
import jp.banso.processengine.PublishedModels.PublishedModel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The drawn processes with numbers on their steps, and the finished steps behind them. */
@Controller
class FlowPages {

    private static final int PAGE = 50;
    private static final int MONTHS = 24;

    private final Flows flows;
    private final PublishedModels models;
    private final FlowAsked flowAsked;
    private final Flow flow;
    private final Labels labels;
    private final DisplayDates dates;
    private final Clock clock;

    FlowPages(
            Flows flows,
            PublishedModels models,
            FlowAsked flowAsked,
            Flow flow,
            Labels labels,
            DisplayDates dates,
            Clock clock) {
        this.flows = flows;
        this.models = models;
        this.flowAsked = flowAsked;
        this.flow = flow;
        this.labels = labels;
        this.dates = dates;
        this.clock = clock;
    }

    record Choice(String value, String label, boolean selected) {}

    record Line(
            String name,
            int open,
            int late,
            int done,
            String median,
            @Nullable String openHref,
            @Nullable String lateHref,
            @Nullable String doneHref) {}

    record PassageLine(String from, String to, int cases, String href, String days) {}

    record DoneLine(
            String name, String caseNo, String href, String who, String came, String due, String done, boolean late) {}

    @GetMapping("/oversight/flow")
    String show(
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String month,
            Member member,
            Model model) {
        Sphere sphere = Sphere.of(member);
        List<PublishedModel> all = flowAsked.processes(sphere);
        FlowAsked.Asked asked = flowAsked.of(sphere, process, version, month);
        Map<String, Flows.StepFigures> figures = flows.figures(sphere, asked.view());
        PublishedModel drawn = asked.version() == null ? asked.model() : asked.version();
        Map<String, Integer> waiting = asked.month() != null || asked.version() != null
                ? Map.of()
                : flows.waiting(sphere, drawn.names().keySet());
        List<Line> lines = lines(asked, drawn, figures);
        model.addAttribute(
                "processes",
                all.stream()
                        .map(m -> new Choice(
                                m.key(), m.name(), m.key().equals(asked.model().key())))
                        .toList());
        model.addAttribute(
                "versions",
                models.versions(asked.model().key(), sphere.municipalityId()).stream()
                        .map(v -> new Choice(
                                String.valueOf(v.version()),
                                "第" + v.version() + "版",
                                asked.version() != null
                                        && v.version() == asked.version().version()))
                        .toList());
        model.addAttribute("months", months(asked.month()));
        model.addAttribute("name", asked.model().name());
        model.addAttribute("past", asked.month() != null);
        model.addAttribute("lines", lines);
        model.addAttribute("src", asked.address("/oversight/flow/xml"));
        model.addAttribute("counts", counts(drawn, figures, waiting, asked.month() != null));
        model.addAttribute("waits", waits(drawn, waiting));
        model.addAttribute("passages", passages(sphere, asked));
        model.addAttribute("exportHref", asked.address("/oversight/export") + "&table=flow");
        model.addAttribute("exportPassages", asked.address("/oversight/export") + "&table=passages");
        return "oversight/flow";
    }

    @GetMapping("/oversight/flow/xml")
    ResponseEntity<String> xml(
            @RequestParam String process, @RequestParam(defaultValue = "") String version, Member member) {
        Sphere sphere = Sphere.of(member);
        PublishedModel found = models.find(process, sphere.municipalityId()).orElseThrow(NotHere::new);
        PublishedModel drawn = flowAsked.version(found, sphere, version).orElse(found);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", java.nio.charset.StandardCharsets.UTF_8))
                .body(flow.modelXml(drawn.definitionId()));
    }

    @GetMapping("/oversight/finished")
    String finished(
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "1") int page,
            Member member,
            Model model) {
        Sphere sphere = Sphere.of(member);
        FlowAsked.Asked asked = flowAsked.of(sphere, process, version, month);
        int at = Math.max(1, Math.min(page, 100_000));
        var which = new Flows.Finished(step, after, late);
        Flows.Page found = flows.finished(sphere, asked.view(), which, (at - 1) * PAGE, PAGE);
        int pages = Math.max(1, (found.total() + PAGE - 1) / PAGE);
        if (at > pages) {
            at = pages;
            found = flows.finished(sphere, asked.view(), which, (at - 1) * PAGE, PAGE);
        }
        String here = asked.address("/oversight/finished")
                + (step == null ? "" : "&step=" + step)
                + (after == null ? "" : "&after=" + after)
                + (late ? "&late=true" : "");
        String name = step == null
                ? asked.model().name()
                : labels.of(sphere.municipalityId()).steps().getOrDefault(step, step);
        model.addAttribute("title", name + (late ? "：遅れて済んだもの" : "：済んだもの"));
        model.addAttribute("period", asked.month() == null ? "この12週" : monthName(asked.month()));
        model.addAttribute("total", found.total());
        model.addAttribute("lines", found.steps().stream().map(this::line).toList());
        model.addAttribute("back", asked.address("/oversight/flow"));
        model.addAttribute(
                "exportHref", here.replaceFirst("/oversight/finished", "/oversight/export") + "&table=finished");
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("previous", at > 1 ? StepListPages.paged(here, at - 1) : null);
        model.addAttribute("next", at < pages ? StepListPages.paged(here, at + 1) : null);
        return "oversight/finished";
    }

    private List<Choice> months(@Nullable YearMonth chosen) {
        List<Choice> months = new ArrayList<>();
        YearMonth now = YearMonth.from(LocalDate.now(clock));
        for (int back = 0; back < MONTHS; back++) {
            YearMonth month = now.minusMonths(back);
            months.add(new Choice(month.toString(), monthName(month), month.equals(chosen)));
        }
        return months;
    }

    static String monthName(YearMonth month) {
        return JapaneseDate.plain(month.atDay(1)).replaceFirst("1日$", "");
    }

    private static List<Line> lines(
            FlowAsked.Asked asked, PublishedModel drawn, Map<String, Flows.StepFigures> figures) {
        List<Line> lines = new ArrayList<>();
        StepFilter all = StepFilter.ALL;
        for (PublishedModels.Step step : drawn.steps()) {
            Flows.StepFigures n = figures.getOrDefault(step.id(), new Flows.StepFigures(0, 0, 0, null));
            StepFilter own = all.and("step", step.id());
            String done = asked.address("/oversight/finished") + "&step=" + step.id();
            // the list of open steps knows no versions: with one chosen the number stands alone
            boolean listed = asked.month() == null && asked.version() == null;
            lines.add(new Line(
                    step.name(),
                    n.open(),
                    n.late(),
                    n.done(),
                    n.medianDays() == null ? "" : medianText(n.medianDays()),
                    listed && n.open() > 0 ? BoardModel.href(own) : null,
                    n.late() == 0
                            ? null
                            : asked.month() != null
                                    ? done + "&late=true"
                                    : listed ? BoardModel.href(own.and("due", "overdue")) : null,
                    n.done() > 0 ? done : null));
        }
        return lines;
    }

    static String medianText(double days) {
        return (days == Math.rint(days) ? String.valueOf((long) days) : String.valueOf(days)) + "営業日";
    }

    record WaitLine(String name, int cases) {}

    private static List<WaitLine> waits(PublishedModel drawn, Map<String, Integer> waiting) {
        return waiting.entrySet().stream()
                .map(each -> new WaitLine(drawn.names().getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                .toList();
    }

    /** A passage is counted over all versions, and so is the list behind it. */
    private static String allVersions(FlowAsked.Asked asked) {
        return new FlowAsked.Asked(asked.model(), null, asked.month()).address("/oversight/finished");
    }

    /** Numbers for the drawing: step, number, late, usual days, by colons, with commas between the steps. */
    private static String counts(
            PublishedModel drawn, Map<String, Flows.StepFigures> figures, Map<String, Integer> waiting, boolean past) {
        Stream<String> waits = waiting.entrySet().stream().map(each -> each.getKey() + ":" + each.getValue() + ":0:");
        Stream<String> steps = drawn.steps().stream()
                .filter(step -> figures.containsKey(step.id()))
                .map(step -> {
                    Flows.StepFigures n = figures.get(step.id());
                    return step.id() + ":" + (past ? n.done() : n.open()) + ":" + n.late() + ":"
                            + (n.medianDays() == null ? "" : medianText(n.medianDays()));
                });
        return Stream.concat(steps, waits).collect(Collectors.joining(","));
    }

    private List<PassageLine> passages(Sphere sphere, FlowAsked.Asked asked) {
        Labels.Names names = labels.of(sphere.municipalityId());
        return flows.slowest(sphere, asked.view()).stream()
                .map(p -> new PassageLine(
                        names.steps().getOrDefault(p.fromStep(), p.fromStep()),
                        names.steps().getOrDefault(p.toStep(), p.toStep()),
                        p.cases(),
                        allVersions(asked) + "&step=" + p.toStep() + "&after=" + p.fromStep(),
                        "%.1f日".formatted(p.days())))
                .toList();
    }

    private DoneLine line(FinishedStep step) {
        boolean late = step.dueAt() != null
                && step.dueAt().toLocalDate().isBefore(step.doneAt().toLocalDate());
        return new DoneLine(
                step.name(),
                step.caseNo(),
                step.caseNo().startsWith("M-") ? "/meetings/" + step.caseNo() : "/cases/" + step.caseNo(),
                labels.doneBy(step),
                dates.row(step.createdAt()),
                dates.row(step.dueAt()),
                dates.row(step.doneAt()),
                late);
    }
}
