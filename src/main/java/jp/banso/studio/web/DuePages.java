package jp.banso.studio.web;

import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.RoleBook;
import jp.banso.processengine.PublishedModels;
import jp.banso.processengine.PublishedModels.PublishedModel;
import jp.banso.processengine.PublishedModels.Step;
import jp.banso.studio.Publications;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every due date in force at one place: whose it is, what it means, and the day it gives if the step began today. */
@Controller
class DuePages {

    private final PublishedModels models;
    private final DueChoices choices;
    private final People people;

    DuePages(PublishedModels models, DueChoices choices, People people) {
        this.models = models;
        this.choices = choices;
        this.people = people;
    }

    record Line(String step, String roles, String due, String example) {}

    /** @param change the drawing in which the due dates stand, as a draft chooses it; empty for one that is not changed */
    record Group(String name, String change, List<Line> lines) {}

    @GetMapping("/studio/due")
    String list(Member member, Model model) {
        RoleBook book = people.roles(member.municipalityId());
        model.addAttribute(
                "groups",
                models.all(member.municipalityId()).stream()
                        .map(each -> group(each, book, member))
                        .filter(group -> !group.lines().isEmpty())
                        .toList());
        return "studio/due";
    }

    private Group group(PublishedModel model, RoleBook book, Member member) {
        return new Group(
                model.name(),
                model.key().equals(Publications.PROCESS) ? "" : "process:" + model.key(),
                model.steps().stream().map(step -> line(step, book, member)).toList());
    }

    private Line line(Step step, RoleBook book, Member member) {
        String roles = String.join("、", step.roles().stream().map(book::name).toList());
        if (step.due() == null) {
            return new Line(step.name(), roles, "期限なし", "");
        }
        DueChoices.Choice due = choices.of(step.due(), Map.of(), member);
        return new Line(step.name(), roles, due.label(), due.example());
    }
}
