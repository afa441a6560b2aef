package jp.banso.studio.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.people.RoleBook;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedModels;
import jp.banso.processengine.RunningVersions;
import jp.banso.settings.SettingsReading;
import org.springframework.stereotype.Component;

/** A role that somebody has, or that waits in a running case, is not taken away. */
@Component
public class RolesInUse {

    private static final int SHOWN = 3;

    private final People people;
    private final PublishedModels models;
    private final RunningVersions running;

    RolesInUse(People people, PublishedModels models, RunningVersions running) {
        this.people = people;
        this.models = models;
        this.running = running;
    }

    /** Why the file cannot stand for the roles of the municipality, in words; nothing for other files. */
    public List<String> lost(ModelFile file, String municipalityId) {
        if (!file.name().equals(RoleBook.FILE)) {
            return List.of();
        }
        RoleBook now = people.roles(municipalityId);
        RoleBook then =
                RoleBook.of(SettingsReading.of(file.name(), file.bytes()).file());
        List<String> words = new ArrayList<>();
        for (String role : now.all()) {
            if (!then.knows(role)) {
                members(role, now, municipalityId, words);
                cases(role, now, municipalityId, words);
            }
        }
        return words;
    }

    private void members(String role, RoleBook book, String municipalityId, List<String> words) {
        List<String> who = people.offices(municipalityId, null).stream()
                .map(Office::officeId)
                .flatMap(office -> people.inOffice(office, role).stream())
                .map(Member::displayName)
                .distinct()
                .toList();
        if (!who.isEmpty()) {
            words.add("役割「%s」は消せません。%s%sに付いています。先に、利用者の画面で外してください。"
                    .formatted(
                            book.name(role),
                            who.stream().limit(SHOWN).map(name -> name + "さん").collect(Collectors.joining("、")),
                            who.size() > SHOWN ? "ほか%d人".formatted(who.size() - SHOWN) : ""));
        }
    }

    /** Cases run on older versions, too, which no check of the newest ones sees. */
    private void cases(String role, RoleBook book, String municipalityId, List<String> words) {
        Set<String> steps = new LinkedHashSet<>();
        running.counts(municipalityId).forEach((definition, count) -> {
            var model = models.of(definition);
            model.steps().stream()
                    .filter(step -> step.roles().contains(role))
                    .forEach(step -> steps.add("「%s」の手順「%s」".formatted(model.name(), step.name())));
        });
        if (!steps.isEmpty()) {
            words.add("役割「%s」は消せません。動いているケースの%sが使っています。"
                    .formatted(book.name(role), steps.stream().limit(SHOWN).collect(Collectors.joining("、"))));
        }
    }
}
