package jp.banso.oversight.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.banso.oversight.Dimension;
import jp.banso.oversight.DueBand;
import jp.banso.oversight.FinishedStep;
import jp.banso.oversight.StepFilter;
import jp.banso.people.People;
import jp.banso.people.RoleBook;
import jp.banso.processengine.PublishedModels;
import org.springframework.stereotype.Component;

/** Names of what the board's numbers are told apart by. */
@Component
class Labels {

    private final PublishedModels models;
    private final People people;

    Labels(PublishedModels models, People people) {
        this.models = models;
        this.people = people;
    }

    /** The names of a municipality's steps, processes and offices, read once for a page. */
    Names of(String municipalityId) {
        Map<String, String> steps = new HashMap<>();
        Map<String, String> processes = new HashMap<>();
        for (var model : models.all(municipalityId)) {
            processes.put(model.key(), model.name());
            model.steps().forEach(step -> steps.put(step.id(), step.name()));
        }
        Map<String, String> offices = new HashMap<>();
        people.offices(municipalityId, null).forEach(office -> offices.put(office.officeId(), office.name()));
        return new Names(steps, processes, offices, people.roles(municipalityId), Map.of(), people);
    }

    /** 「助 二葉（休 一郎の代理）」. */
    String doneBy(FinishedStep step) {
        String by = step.doneBy() == null ? "" : people.nameOf(step.doneBy());
        return step.doneFor() == null ? by : by + "（" + people.nameOf(step.doneFor()) + "の代理）";
    }

    /** @param members names of people that were read at once; others are read when they are asked for */
    record Names(
            Map<String, String> steps,
            Map<String, String> processes,
            Map<String, String> offices,
            RoleBook roles,
            Map<String, String> members,
            People people) {

        /** The same for a table with these keys, so that not every line asks for its own name. */
        Names forKeys(Dimension dimension, Set<String> keys) {
            return dimension == Dimension.person
                    ? new Names(steps, processes, offices, roles, people.namesOf(keys), people)
                    : this;
        }

        String of(Dimension dimension, String key) {
            return switch (dimension) {
                case step -> steps.getOrDefault(key, key);
                case process -> processes.getOrDefault(key, key);
                case office -> office(key);
                case role -> role(key);
                case person -> person(key);
                case age -> DueBand.valueOf(key).label();
            };
        }

        String role(String role) {
            return roles.name(role);
        }

        String office(String officeId) {
            return offices.getOrDefault(officeId, officeId);
        }

        String person(String username) {
            if (username.equals(StepFilter.NOBODY)) {
                return "担当なし";
            }
            String name = members.get(username);
            return name == null ? people.nameOf(username) : name;
        }
    }
}
