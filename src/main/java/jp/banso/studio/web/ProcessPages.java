package jp.banso.studio.web;

import java.util.List;
import jp.banso.calendar.DueWords;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.people.RoleBook;
import jp.banso.processengine.Flow;
import jp.banso.processengine.PublishedModels;
import jp.banso.processengine.PublishedModels.PublishedModel;
import jp.banso.processengine.PublishedModels.Step;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Published processes, as drawings and in words. */
@Controller
class ProcessPages {

    private final PublishedModels models;
    private final Flow flow;
    private final People people;

    ProcessPages(PublishedModels models, Flow flow, People people) {
        this.people = people;
        this.models = models;
        this.flow = flow;
    }

    record Line(String key, String name, int version, String href, String summary) {}

    record View(String key, String name, int version, String summary, List<StepLine> steps) {}

    record StepLine(String id, String name, String role, String form, String due, String documentation) {}

    @GetMapping("/processes")
    String list(Member member, Model model) {
        model.addAttribute(
                "processes",
                models.all(member.municipalityId()).stream()
                        .map(m -> new Line(
                                m.key(), m.name(), m.version(), "/processes/" + m.key(), firstLine(m.documentation())))
                        .toList());
        return "processes/list";
    }

    @GetMapping("/processes/{key}")
    String view(@PathVariable String key, Member member, Model model) {
        PublishedModel found = models.find(key, member.municipalityId()).orElseThrow(NotHere::new);
        model.addAttribute(
                "process",
                new View(
                        found.key(),
                        found.name(),
                        found.version(),
                        firstLine(found.documentation()),
                        found.steps().stream()
                                .map(step -> line(step, people.roles(member.municipalityId())))
                                .toList()));
        return "processes/view";
    }

    @GetMapping("/processes/{key}/xml")
    ResponseEntity<String> xml(@PathVariable String key, Member member) {
        PublishedModel found = models.find(key, member.municipalityId()).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", java.nio.charset.StandardCharsets.UTF_8))
                .body(flow.modelXml(found.definitionId()));
    }

    private static StepLine line(Step step, RoleBook book) {
        String roles = String.join("、", step.roles().stream().map(book::name).toList());
        return new StepLine(
                step.id(),
                step.name(),
                roles,
                step.form() == null ? "" : step.form(),
                DueWords.of(step.due()),
                step.documentation() == null ? "" : step.documentation());
    }

    private static String firstLine(String documentation) {
        return documentation.lines().findFirst().orElse("");
    }
}
