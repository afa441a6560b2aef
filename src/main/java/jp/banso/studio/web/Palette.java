package jp.banso.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.RoleBook;
import jp.banso.processengine.ModelCheck;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.settings.Settings;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsReading;
import jp.banso.studio.DraftFile;
import org.springframework.stereotype.Component;

/** What can be chosen while drawing: everything the product knows by name, with Japanese words for it. */
@Component
class Palette {

    private static final String LISTS = "settings/codes/";

    /** Due rules that are offered even where no model uses them. */
    private static final List<String> USUAL = List.of(
            "当日", "+1営", "+2営", "+3営", "+5営", "+7営", "+10営", "+7日", "+14日", "+21日", "+30日", "P1M", "P2M", "P3M", "月末");

    private final ModelCheck check;
    private final PublishedFiles published;
    private final People people;
    private final Settings settings;
    private final DueChoices dueChoices;

    Palette(ModelCheck check, PublishedFiles published, People people, Settings settings, DueChoices dueChoices) {
        this.settings = settings;
        this.people = people;
        this.check = check;
        this.published = published;
        this.dueChoices = dueChoices;
    }

    record Role(String id, String name) {}

    record Step(String bean, String title) {}

    record Form(String id, String title, String fileId) {}

    record Model(String key, String name) {}

    /** @param name as models and the engine know it */
    record Message(String name, String label) {}

    record Choice(String value, String label) {}

    /** @param key as forms name it, like {@code codes.route} */
    record SharedList(String key, String name, List<Choice> codes) {}

    /** A word by which a person's step of a published process is known. */
    record Taken(String id, String name, String process, String processName) {}

    /** All that the panel offers. */
    record Choices(
            List<Role> roles,
            List<Step> steps,
            List<DueChoices.Choice> dueRules,
            List<Form> forms,
            List<Model> decisions,
            List<Model> processes,
            List<FactNames.Fact> facts,
            List<Message> messages,
            List<SharedList> lists,
            List<Taken> taken,
            List<DecisionAnswers.Answer> answers) {}

    Choices of(List<DraftFile> files, Member member) {
        List<PublishedFile> inForce = published.inForce(member.municipalityId());
        List<String> models = new ArrayList<>();
        files.stream().filter(file -> file.kind().equals("bpmn")).forEach(file -> models.add(file.content()));
        published.models(member.municipalityId()).stream()
                .filter(file -> file.name().endsWith(".bpmn"))
                .forEach(file -> models.add(new String(file.bytes(), StandardCharsets.UTF_8)));
        List<FactNames.Fact> facts = facts(files, inForce);
        return new Choices(
                roles(files, member),
                check.knownSteps().entrySet().stream()
                        .map(each -> new Step(each.getKey(), each.getValue()))
                        .toList(),
                dueRules(models, facts, member),
                forms(files),
                named(Kind.DECISION, "dmn", "decision", files, inForce),
                named(Kind.PROCESS, "bpmn", "process", files, inForce),
                facts,
                messages(models),
                lists(files, member),
                models.stream().flatMap(Palette::steps).distinct().toList(),
                answers(files, inForce));
    }

    /** As the draft will call them, or else as they are called now. */
    private List<Role> roles(List<DraftFile> files, Member member) {
        RoleBook book = files.stream()
                .filter(file -> file.name().equals(RoleBook.FILE))
                .findFirst()
                .map(file -> RoleBook.of(
                        SettingsReading.of(file.name(), file.model().bytes()).file()))
                .orElseGet(() -> people.roles(member.municipalityId()));
        return book.names().entrySet().stream()
                .map(each -> new Role(each.getKey(), each.getValue()))
                .toList();
    }

    private List<DueChoices.Choice> dueRules(List<String> models, List<FactNames.Fact> facts, Member member) {
        Map<String, String> names = facts.stream()
                .collect(
                        Collectors.toMap(FactNames.Fact::name, FactNames.Fact::label, (a, b) -> a, LinkedHashMap::new));
        Set<String> expressions = new LinkedHashSet<>();
        // a day that no form asks for is known by the step that is due on it
        models.stream()
                .flatMap(ModelTags::of)
                .filter(tag -> tag.name().equals("userTask")
                        && tag.attribute("camunda:dueDate").matches("\\$\\{\\w+}"))
                .forEach(tag -> names.putIfAbsent(
                        tag.attribute("camunda:dueDate").replaceAll("[${}]", ""), tag.attribute("name")));
        USUAL.forEach(rule -> expressions.add("${due('" + rule + "')}"));
        expressions.add("${nextMeeting()}");
        models.stream()
                .flatMap(ModelTags::of)
                .filter(tag -> tag.name().equals("userTask"))
                .map(tag -> tag.attribute("camunda:dueDate"))
                .filter(text -> text.startsWith("${"))
                .sorted()
                .forEach(expressions::add);
        return expressions.stream()
                .map(each -> dueChoices.of(each, names, member))
                .toList();
    }

    private static List<Form> forms(List<DraftFile> files) {
        return files.stream()
                .filter(file -> file.kind().equals("form"))
                .map(file -> new Form(file.shortName().replace(".form", ""), ModelTitle.of(file, files), file.fileId()))
                .toList();
    }

    /** What is in force, and what only the draft has. */
    private static List<Model> named(
            Kind kind, String ending, String element, List<DraftFile> files, List<PublishedFile> inForce) {
        Map<String, String> names = new LinkedHashMap<>();
        files.stream()
                .filter(file -> file.kind().equals(ending))
                .flatMap(file -> ModelTags.of(file.content()))
                .filter(tag -> tag.name().equals(element))
                .forEach(tag -> names.putIfAbsent(tag.attribute("id"), tag.attribute("name")));
        inForce.stream()
                .filter(each -> each.kind() == kind)
                .forEach(each -> names.putIfAbsent(each.key(), each.title()));
        return names.entrySet().stream()
                .map(each -> new Model(each.getKey(), each.getValue()))
                .toList();
    }

    /** Shared lists of choices, as the draft will have them, or else as they are in force. */
    private List<SharedList> lists(List<DraftFile> files, Member member) {
        Map<String, SettingsFile> lists = new LinkedHashMap<>();
        settings.files(LISTS, member.municipalityId()).forEach(file -> lists.put(file.key(), file));
        files.stream()
                .filter(file -> file.name().startsWith(LISTS))
                .flatMap(file -> SettingsReading.of(file.name(), file.model().bytes()).file().stream())
                .forEach(file -> lists.put(file.key(), file));
        return lists.values().stream()
                .map(file -> new SharedList(
                        file.key(),
                        file.title(),
                        file.rows().stream()
                                .map(row -> new Choice(row.id(), row.name()))
                                .toList()))
                .toList();
    }

    private List<FactNames.Fact> facts(List<DraftFile> files, List<PublishedFile> inForce) {
        List<String> forms = new ArrayList<>();
        files.stream().filter(file -> file.kind().equals("form")).forEach(file -> forms.add(file.content()));
        inForce.stream()
                .filter(each -> each.kind() == Kind.PROCESS)
                .flatMap(each -> published.files(each).stream())
                .filter(file -> file.name().endsWith(".form"))
                .forEach(file -> forms.add(new String(file.bytes(), StandardCharsets.UTF_8)));
        return FactNames.of(forms);
    }

    /** The draft's own state of a decision counts. */
    private List<DecisionAnswers.Answer> answers(List<DraftFile> files, List<PublishedFile> inForce) {
        Map<String, String> decisions = new LinkedHashMap<>();
        inForce.stream()
                .filter(each -> each.kind() == Kind.DECISION)
                .forEach(each -> decisions.put(
                        each.key(), new String(published.files(each).get(0).bytes(), StandardCharsets.UTF_8)));
        files.stream().filter(file -> file.kind().equals("dmn")).forEach(file -> ModelTags.of(file.content())
                .filter(tag -> tag.name().equals("decision"))
                .forEach(tag -> decisions.put(tag.attribute("id"), file.content())));
        return decisions.entrySet().stream()
                .map(each -> DecisionAnswers.of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Stream<Taken> steps(String model) {
        List<ModelTags.Tag> tags = ModelTags.of(model).toList();
        ModelTags.Tag process = tags.stream()
                .filter(tag -> tag.name().equals("process"))
                .findFirst()
                .orElse(new ModelTags.Tag("process", Map.of()));
        return tags.stream()
                .filter(tag -> tag.name().equals("userTask"))
                .map(tag -> new Taken(
                        tag.attribute("id"),
                        tag.attribute("name"),
                        process.attribute("id"),
                        process.attribute("name")));
    }

    /** A message is called by the first event that waits for it. */
    private static List<Message> messages(List<String> models) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String model : models) {
            Map<String, String> names = new LinkedHashMap<>();
            Map<String, String> events = new LinkedHashMap<>();
            String event = "";
            for (ModelTags.Tag tag : ModelTags.of(model).toList()) {
                if (tag.name().equals("message")) {
                    names.put(tag.attribute("id"), tag.attribute("name"));
                } else if (tag.name().endsWith("Event") || tag.name().equals("receiveTask")) {
                    event = tag.attribute("name");
                }
                if (!tag.attribute("messageRef").isEmpty()) {
                    events.putIfAbsent(tag.attribute("messageRef"), event);
                }
            }
            names.forEach((id, name) -> labels.merge(name, events.getOrDefault(id, ""), (a, b) -> a.isEmpty() ? b : a));
        }
        return labels.entrySet().stream()
                .map(each -> new Message(each.getKey(), each.getValue().isEmpty() ? each.getKey() : each.getValue()))
                .toList();
    }
}
