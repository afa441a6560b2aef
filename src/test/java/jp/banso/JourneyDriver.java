package jp.banso;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCase;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.StepCompletion;
import jp.banso.formrecord.StepRefused;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.processengine.Flow;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.ShippedSettings;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.springframework.stereotype.Component;

/** Walks a case through its steps: what a test does not say, and a form insists on, is filled in with something valid. */
@Component
public class JourneyDriver {

    private static final String CITY = "midorino";
    private static final String OFFICE = "midorino-main";
    private static final int ATTEMPTS = 8;

    private final CaseFiles cases;
    private final Flow flow;
    private final Worklist worklist;
    private final StepCompletion completion;
    private final People people;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    JourneyDriver(
            CaseFiles cases, Flow flow, Worklist worklist, StepCompletion completion, People people, Clock clock) {
        this.cases = cases;
        this.flow = flow;
        this.worklist = worklist;
        this.completion = completion;
        this.people = people;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Member member(String username) {
        return people.find(username).orElseThrow();
    }

    /** Opens a case and starts one process for it. */
    public String open(String name, String processKey, Map<String, Object> facts) {
        var caseNo = register(name);
        start(caseNo, processKey, facts);
        return caseNo;
    }

    /** Opens a case without any process. */
    public String register(String name) {
        return cases.open(new NewCase(
                        CITY, OFFICE, null, name, "てすと", null, null, null, null, null, null, null, today(), "uketsuke"))
                .caseNo();
    }

    public void start(String caseNo, String processKey, Map<String, Object> facts) {
        var all = new HashMap<String, Object>(facts);
        all.put("caseNo", caseNo);
        all.put("officeId", OFFICE);
        all.put("municipalityId", CITY);
        flow.start(processKey, caseNo, CITY, all);
    }

    /** The steps that are open, by activity id. */
    public Set<String> open(String businessKey) {
        return worklist.ofCase(businessKey).stream().map(WorkItem::step).collect(Collectors.toSet());
    }

    public WorkItem item(String businessKey, String step) {
        return worklist.ofCase(businessKey).stream()
                .filter(item -> item.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open, but " + open(businessKey)));
    }

    /** Completes a step as a user, or as whoever already holds it; field and value by turns. */
    public void complete(String businessKey, String step, String username, Object... fields) {
        var item = item(businessKey, step);
        var taskId = item.taskId();
        var by = member(item.assignee() == null ? username : item.assignee());
        var answer = new LinkedHashMap<String, Object>();
        for (var i = 0; i < fields.length; i += 2) {
            answer.put((String) fields[i], fields[i + 1]);
        }
        for (var attempt = 0; ; attempt++) {
            try {
                completion.complete(taskId, answer, by);
                return;
            } catch (StepRefused refused) {
                if (attempt == ATTEMPTS || !fill(taskId, answer, refused.errors())) {
                    throw refused;
                }
            }
        }
    }

    private boolean fill(String taskId, Map<String, Object> answer, List<FieldError> errors) {
        var filled = new HashSet<String>();
        for (var error : errors) {
            if (!answer.containsKey(error.field())) {
                answer.put(error.field(), valid(field(root(taskId), error.field())));
                filled.add(error.field());
            }
        }
        return !filled.isEmpty();
    }

    private JsonNode root(String taskId) {
        try {
            return json.readTree(flow.form(taskId).orElseThrow().json());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode field(JsonNode node, String key) {
        for (var component : node.path("components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
            var inside = field(component, key);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private Object valid(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "checkbox" -> true;
            case "checklist" -> List.of(first(field));
            case "radio", "select" -> first(field);
            case "number" -> Math.max(1, field.path("validate").path("min").asLong(1));
            case "datetime" -> today().toString();
            default -> "10:00";
        };
    }

    /** The first choice, of the field itself or of the shared list that it names. */
    private static String first(JsonNode field) {
        return ShippedSettings.file(SettingsFile.nameOf(field.path("valuesKey").asText("codes.none")))
                .map(list -> list.rows().get(0).id())
                .orElse(field.path("values").path(0).path("value").asText());
    }
}
