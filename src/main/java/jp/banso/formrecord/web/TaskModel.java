package jp.banso.formrecord.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.calendar.DisplayDates;
import jp.banso.calendar.DueText;
import jp.banso.casefile.CaseEvent;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Consents;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Timeline;
import jp.banso.casefile.Visibility;
import jp.banso.escalation.Escalations;
import jp.banso.formrecord.Drafts;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.FormDefinition;
import jp.banso.formrecord.FormPages;
import jp.banso.formrecord.StepForms;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.processengine.PublishedModels;
import jp.banso.worklist.Colleagues;
import jp.banso.worklist.Comments;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What the pages of a step show. */
@Component
class TaskModel {

    private static final int STORY = 8;

    private final StepForms forms;
    private final FormPages pages;
    private final Drafts drafts;
    private final CaseFiles cases;
    private final Consents consents;
    private final Timeline timeline;
    private final Worklist worklist;
    private final Comments comments;
    private final PublishedModels models;
    private final Colleagues colleagues;
    private final People people;
    private final Escalations escalations;
    private final DisplayDates dates;

    TaskModel(
            StepForms forms,
            FormPages pages,
            Drafts drafts,
            CaseFiles cases,
            Consents consents,
            Timeline timeline,
            Worklist worklist,
            Comments comments,
            PublishedModels models,
            Colleagues colleagues,
            People people,
            Escalations escalations,
            DisplayDates dates) {
        this.escalations = escalations;
        this.forms = forms;
        this.pages = pages;
        this.drafts = drafts;
        this.cases = cases;
        this.consents = consents;
        this.timeline = timeline;
        this.worklist = worklist;
        this.comments = comments;
        this.models = models;
        this.colleagues = colleagues;
        this.people = people;
        this.dates = dates;
    }

    record Due(String kind, String text, String date) {

        static @Nullable Due of(DueText due) {
            return due.kind() == DueText.Kind.none
                    ? null
                    : new Due(due.kind().name(), due.text(), "（" + due.date() + "）");
        }
    }

    record TaskView(
            String taskId,
            int version,
            String name,
            String displayName,
            String kana,
            String age,
            String caseNo,
            @Nullable String caution,
            @Nullable Due due,
            String assigneeName,
            boolean mine,
            boolean covering,
            boolean claimable,
            boolean mayHandOver,
            String subject,
            String caseHref,
            @Nullable String documentation,
            @Nullable String followUp) {

        /** Whether the member may write: holds it, or stands in for who does. */
        public boolean writable() {
            return mine || covering;
        }
    }

    record Story(
            String date,
            String dateText,
            String hour,
            String title,
            String summary,
            String by,
            boolean milestone,
            boolean late) {}

    record Fact(String label, String text) {}

    record Conflict(String by, String at, String what) {}

    /** @param typed what was just posted, or null for a draft or the prefilled form */
    void fill(
            Model model,
            WorkItem item,
            @Nullable Map<String, Object> typed,
            List<FieldError> errors,
            @Nullable StepTaken taken,
            Member member) {
        FormDefinition form = forms.of(item);
        Optional<Drafts.Draft> draft = drafts.of(item.taskId(), member);
        Map<String, Object> values = typed != null
                ? typed
                : draft.map(Drafts.Draft::values)
                        .orElseGet(() -> pages.prefill(form, item.caseNo(), item.step(), item.taskId(), member));
        Optional<SupportCase> supportCase = cases.find(item.caseNo(), member);
        model.addAttribute("task", view(item, supportCase, member));
        model.addAttribute("waitingKinds", WaitingKind.values());
        model.addAttribute("form", pages.page(form, item.caseNo(), values, errors, member, item.officeId()));
        model.addAttribute("story", supportCase.map(c -> story(c, member)).orElse(List.of()));
        model.addAttribute("dates", nextDates(item, member));
        model.addAttribute(
                "comments",
                comments.of(item.taskId()).stream()
                        .map(c -> Map.of(
                                "text", c.text(), "by", c.by(), "at", dates.row(c.at()) + " " + dates.time(c.at())))
                        .toList());
        model.addAttribute(
                "savedAt", draft.map(d -> dates.time(d.savedAt()) + " に保存しました").orElse(""));
        model.addAttribute(
                "draftNotice",
                typed == null && draft.isPresent()
                        ? dates.row(draft.get().savedAt()) + " "
                                + dates.time(draft.get().savedAt()) + " の下書きから、つづきを書けます。"
                        : "");
        model.addAttribute("conflict", taken == null ? null : conflict(taken));
        model.addAttribute("people", colleagues.of(member));
        model.addAttribute(
                "escalated",
                escalations
                        .notes(List.of(item.taskId()), member.municipalityId())
                        .getOrDefault(item.taskId(), ""));
    }

    private TaskView view(WorkItem item, Optional<SupportCase> supportCase, Member member) {
        boolean mayWork = worklist.mayWork(item, member);
        boolean mine = member.username().equals(item.assignee());
        boolean meeting = item.caseNo().startsWith("M-");
        Optional<SupportCase> contact =
                supportCase.filter(c -> Visibility.mayRead("contact", member, consents.infoTypes(c.caseNo())));
        String documentation = item.definitionId() == null
                ? null
                : models.of(item.definitionId()).steps().stream()
                        .filter(s -> s.id().equals(item.step()))
                        .map(PublishedModels.Step::documentation)
                        .findFirst()
                        .orElse(null);
        return new TaskView(
                item.taskId(),
                item.version(),
                item.name(),
                item.displayName(),
                item.kana(),
                contact.map(c -> dates.age(c.birthDate())).orElse(""),
                meeting ? "" : item.caseNo(),
                contact.map(SupportCase::caution).orElse(null),
                Due.of(dates.relativeDue(item.dueAt(), item.officeId())),
                item.assignee() == null ? "" : people.nameOf(item.assignee()),
                mine,
                !mine
                        && item.assignee() != null
                        && !worklist.covered(List.of(item), member).isEmpty(),
                item.assignee() == null && mayWork,
                mayWork || mine,
                meeting ? "meeting" : "case",
                (meeting ? "/meetings/" : "/cases/") + item.caseNo(),
                documentation,
                followUp(item));
    }

    private @Nullable String followUp(WorkItem item) {
        if (!item.state().equals("waiting")) {
            return null;
        }
        String what =
                item.waitingFor() == null ? "返事を待っています" : item.waitingFor().replaceFirst("(を待つ|待ち)$", "") + "を待っています";
        return what + "。次の連絡日は " + dates.full(item.followUpAt()) + " です。";
    }

    private List<Story> story(SupportCase supportCase, Member member) {
        return timeline.page(supportCase, member, null, false, null, STORY).events().stream()
                .map(this::story)
                .toList();
    }

    private Story story(CaseEvent e) {
        return new Story(
                e.at().toLocalDate().toString(),
                dates.row(e.at()),
                dates.time(e.at()),
                e.title(),
                e.summary() == null ? "" : e.summary(),
                e.by(people::nameOf),
                e.milestone(),
                false);
    }

    private List<Fact> nextDates(WorkItem item, Member member) {
        return worklist.ofCase(item.caseNo(), member).stream()
                .filter(i -> i.dueAt() != null && !i.taskId().equals(item.taskId()))
                .limit(5)
                .map(i -> new Fact(i.name(), dates.row(i.dueAt())))
                .toList();
    }

    private Conflict conflict(StepTaken taken) {
        String by = taken.by() == null ? "ほかの人" : people.nameOf(taken.by());
        String at = taken.at() == null ? "いま" : dates.row(taken.at()) + " " + dates.time(taken.at());
        return new Conflict(by, at, taken.at() == null ? "このやることを持っています" : "先に記録しました");
    }

    /** Somebody else completed the step meanwhile: the typed answer as text, to copy. */
    void fillGone(Model model, String taskId, MultiValueMap<String, String> posted, StepTaken taken, Member member) {
        Map<String, String> kept = new LinkedHashMap<>();
        posted.forEach((key, given) -> {
            String text = String.join("、", given);
            if (!key.startsWith("_") && !key.equals("version") && !text.isBlank()) {
                kept.put(key, text);
            }
        });
        model.addAttribute("conflict", conflict(taken));
        model.addAttribute("kept", kept);
        model.addAttribute("taskId", taskId);
    }
}
