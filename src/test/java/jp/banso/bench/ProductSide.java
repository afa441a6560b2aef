package jp.banso.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.banso.formrecord.FormDefinition;
import jp.banso.formrecord.FormPages;
import jp.banso.formrecord.StepCompletion;
import jp.banso.formrecord.StepForms;
import jp.banso.intake.Reception;
import jp.banso.people.Member;
import jp.banso.story.api.Answers;
import jp.banso.worklist.WorkItem;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Steps completed through the product's one path, signed in as whoever does them. */
final class ProductSide {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final World world;
    private final Reception reception;
    private final StepForms forms;
    private final FormPages pages;
    private final StepCompletion completion;
    private final Town town;
    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();

    ProductSide(World world) {
        this.world = world;
        this.reception = world.bean(Reception.class);
        this.forms = world.bean(StepForms.class);
        this.pages = world.bean(FormPages.class);
        this.completion = world.bean(StepCompletion.class);
        this.town = world.town();
    }

    /** Takes a person in; the first step after reception. */
    WorkItem receive(int office) {
        Member by = town.member(office, "reception", 0);
        signIn(by);
        FormDefinition form = reception.form(by);
        LocalDate today = world.today();
        Map<String, Object> person =
                Map.of("name", "架空 " + PEOPLE.incrementAndGet(), "kana", "かくう", "receivedOn", today.toString());
        return reception
                .receive(Answers.to(form, Map.of(), person, today), null, by)
                .open()
                .get(0);
    }

    /** Who does the step: whoever holds it, or the first of its role in its office. */
    Member worker(WorkItem item) {
        int office = Integer.parseInt(item.officeId().substring(item.officeId().length() - 2));
        String holder = item.assignee();
        return holder == null
                ? town.member(office, item.step().equals("decideCategory") ? "chief-consultant" : "consultant", 0)
                : world.people().find(holder).orElseThrow();
    }

    /** A good answer to the step; the same for all cases. */
    Map<String, Object> answer(WorkItem item, Member by) {
        return answers.computeIfAbsent(item.step(), step -> {
            FormDefinition form = forms.of(item);
            Map<String, Object> known = pages.prefill(form, item.caseNo(), step, item.taskId(), by);
            return Answers.to(form, known, Map.of(), world.today());
        });
    }

    List<WorkItem> complete(WorkItem item, Map<String, Object> answer, Member by) {
        return completion.complete(item.taskId(), answer, by);
    }

    void signIn(Member member) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(member, "", List.of()));
    }
}
