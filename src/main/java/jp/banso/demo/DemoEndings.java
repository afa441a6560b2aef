package jp.banso.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Documents;
import jp.banso.casefile.HouseholdMember;
import jp.banso.casefile.Notes;
import jp.banso.casefile.SupportAgency;
import jp.banso.casefile.Surroundings;
import jp.banso.formrecord.Drafts;
import jp.banso.worklist.Comments;
import jp.banso.worklist.Worklist;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What stands around the steps: notes, household, agencies, papers, and how the open step was left. */
@Component
@ConditionalOnProperty(name = "banso.demo", havingValue = "true")
class DemoEndings {

    private final DemoPlayer player;
    private final CaseFiles cases;
    private final Notes notes;
    private final Surroundings surroundings;
    private final Documents documents;
    private final Worklist worklist;
    private final Comments comments;
    private final Drafts drafts;

    DemoEndings(
            DemoPlayer player,
            CaseFiles cases,
            Notes notes,
            Surroundings surroundings,
            Documents documents,
            Worklist worklist,
            Comments comments,
            Drafts drafts) {
        this.player = player;
        this.cases = cases;
        this.notes = notes;
        this.surroundings = surroundings;
        this.documents = documents;
        this.worklist = worklist;
        this.comments = comments;
        this.drafts = drafts;
    }

    /** After the first interview: who belongs to the person, and the papers they brought. */
    void around(DemoCase who, String worker) {
        var supportCase = cases.require(Objects.requireNonNull(who.caseNo));
        var person = who.person;
        player.as(worker, me -> {
            if (person.household() != null) {
                person.household()
                        .forEach(r -> surroundings.addHousehold(
                                supportCase,
                                new HouseholdMember(
                                        "",
                                        r.name(),
                                        r.relation(),
                                        r.born() == null ? null : LocalDate.parse(r.born()),
                                        r.together(),
                                        r.note())));
            }
            if (person.agencies() != null) {
                person.agencies()
                        .forEach(a -> surroundings.addAgency(
                                supportCase,
                                new SupportAgency("", a.name(), a.purpose(), a.person(), "000-0000-0000")));
            }
            if (person.documents() != null) {
                person.documents()
                        .forEach(p -> documents.store(
                                supportCase, p.name(), bytes(p), p.kind() == null ? "story" : p.kind(), me));
            }
        });
    }

    void note(DemoCase who, DemoPerson.Note note, LocalDateTime at, String worker) {
        var supportCase = cases.require(Objects.requireNonNull(who.caseNo));
        player.as(
                note.by() == null ? worker : note.by(),
                me -> notes.write(
                        supportCase,
                        new Notes.Note(
                                at,
                                note.method(),
                                note.minutes(),
                                note.sentence(),
                                note.text(),
                                note.kind() == null ? "story" : note.kind()),
                        me));
    }

    /** How the open step is left; {@code step} is the one the story stops before. */
    void leave(DemoCase who, DemoPerson.Ending ending, LocalDate waitUntil) {
        var caseNo = Objects.requireNonNull(who.caseNo);
        var open = player.open(caseNo).stream()
                .filter(item -> who.person.stop() == null
                        || item.step().equals(who.person.stop().split("#")[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(who.person.stop() + " is not open"));
        var holder = ending.holder() != null ? ending.holder() : open.assignee();
        if (ending.holder() != null && open.assignee() == null) {
            player.as(ending.holder(), me -> worklist.claim(open.taskId(), me));
        } else if (ending.holder() != null && !ending.holder().equals(open.assignee())) {
            player.as(
                    Objects.requireNonNull(open.assignee()), me -> worklist.assign(open.taskId(), ending.holder(), me));
        }
        if (ending.waitDays() != null) {
            player.as(
                    Objects.requireNonNull(holder),
                    me -> worklist.followUp(open.taskId(), waitUntil, ending.waitingKind(), ending.waitingFor(), me));
        }
        if (ending.comment() != null) {
            player.as(
                    ending.commentBy() == null ? "shunin" : ending.commentBy(),
                    me -> comments.write(open, ending.comment(), me));
        }
        if (ending.draft() != null) {
            player.as(Objects.requireNonNull(holder), me -> drafts.save(open.taskId(), ending.draft(), me));
        }
    }

    private static byte[] bytes(DemoPerson.Paper paper) {
        return paper.name().endsWith(".pdf")
                ? DemoPdf.page(paper.text())
                : paper.text().getBytes(StandardCharsets.UTF_8);
    }
}
