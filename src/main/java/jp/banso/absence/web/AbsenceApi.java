package jp.banso.absence.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.absence.Absence;
import jp.banso.absence.AbsenceDesk;
import jp.banso.absence.AbsenceRefused;
import jp.banso.absence.AbsenceRefused.Problem;
import jp.banso.absence.Absences;
import jp.banso.absence.Deputies;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences as JSON. */
@RestController
@RequestMapping("/api/v1/absences")
class AbsenceApi {

    private static final int PAST = 200;

    private final Absences absences;
    private final AbsenceDesk desk;
    private final Deputies deputies;
    private final AbsenceViews views;
    private final People people;
    private final Clock clock;

    AbsenceApi(Absences absences, AbsenceDesk desk, Deputies deputies, AbsenceViews views, People people, Clock clock) {
        this.absences = absences;
        this.desk = desk;
        this.deputies = deputies;
        this.views = views;
        this.people = people;
        this.clock = clock;
    }

    /** Who stands in for a role; nobody when the username is null. */
    record DeputyJson(@Nullable String office, @Nullable String role, @Nullable String username) {}

    /** @param username who is away; the caller when missing */
    record NewAbsence(
            @Nullable String username,
            @Nullable String kind,
            @Nullable String firstDay,
            @Nullable String lastDay,
            @Nullable List<DeputyJson> deputies) {}

    /** @param backOn first day back at work; today when missing */
    record End(@Nullable String backOn) {}

    /**
     * @param kind only for the absent and their leaders
     * @param state {@code ahead}, {@code now}, {@code past} or {@code cancelled}
     * @param warnings deputies who are away themselves, in words
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AbsenceJson(
            String absenceId,
            String username,
            String displayName,
            @Nullable String kind,
            LocalDate firstDay,
            LocalDate lastDay,
            String state,
            List<DeputyJson> deputies,
            int openSteps,
            List<String> warnings) {}

    record Items(List<AbsenceJson> items) {}

    record Errors(List<Problem> errors) {}

    /** Absences that last or are to come, and those that were over in the last three months. */
    @GetMapping
    Items list(Member member) {
        List<Absence> all = new ArrayList<>(absences.current(member));
        all.addAll(absences.past(member, 0, PAST));
        return new Items(all.stream().map(a -> json(a, member)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceJson register(@RequestBody NewAbsence body, Member member) {
        String username = body.username() == null ? member.username() : body.username();
        Member absent = people.find(username)
                .filter(m -> deputies.mayRegister(member, m))
                .orElseThrow(NotHere::new);
        List<Membership> posts = deputies.posts(absent);
        AbsenceForm form = new AbsenceForm(
                text(body.kind()), text(body.firstDay()), text(body.lastDay()), chosen(body.deputies(), posts));
        return json(desk.register(form.read(username, posts), member), member);
    }

    @PostMapping("/{absenceId}/end")
    AbsenceJson end(@PathVariable String absenceId, @RequestBody(required = false) @Nullable End body, Member member) {
        Absence absence = absences.find(absenceId, member)
                .filter(a -> absences.mayManage(a, member))
                .orElseThrow(NotHere::new);
        LocalDate today = LocalDate.now(clock);
        String typed = body == null ? "" : text(body.backOn());
        if (!absence.begun(today) && typed.isEmpty()) {
            return json(desk.cancel(absence, member), member);
        }
        LocalDate backOn = typed.isEmpty()
                ? today
                : AbsenceForm.date(typed)
                        .orElseThrow(() -> new AbsenceRefused(
                                "backOn", AbsenceForm.unreadable("出る日", typed).orElse("")));
        return json(desk.end(absence, backOn, member), member);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Errors refused(AbsenceRefused refused) {
        return new Errors(refused.problems());
    }

    private AbsenceJson json(Absence absence, Member viewer) {
        LocalDate today = LocalDate.now(clock);
        return new AbsenceJson(
                absence.absenceId(),
                absence.username(),
                people.nameOf(absence.username()),
                absences.mayManage(absence, viewer) ? absence.kind().code() : null,
                absence.firstDay(),
                absence.lastDay(),
                absence.cancelled()
                        ? "cancelled"
                        : absence.over(today) ? "past" : absence.begun(today) ? "now" : "ahead",
                absence.deputies().stream()
                        .map(d -> new DeputyJson(d.officeId(), d.role(), d.username()))
                        .toList(),
                views.steps(absence),
                views.warnings(absence));
    }

    private static Map<String, String> chosen(@Nullable List<DeputyJson> given, List<Membership> posts) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (DeputyJson each : given == null ? List.<DeputyJson>of() : given) {
            boolean held = posts.stream()
                    .anyMatch(
                            p -> p.officeId().equals(each.office()) && p.role().equals(each.role()));
            if (!held) {
                throw new AbsenceRefused("deputies", "代理は、不在の人がもつ所属と役割に決めてください。");
            }
            chosen.put(AbsenceDesk.field(text(each.office()), text(each.role())), text(each.username()));
        }
        return chosen;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
