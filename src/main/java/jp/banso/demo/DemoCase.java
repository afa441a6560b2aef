package jp.banso.demo;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The case of one person while its story is told. */
final class DemoCase {

    /** Steps that the contractor does when the person has one. */
    private static final Set<String> OF_CONTRACTOR = Set.of(
            "confirmConsents",
            "attendInterview",
            "debrief",
            "aftercare1w",
            "aftercare1m",
            "aftercare2m",
            "aftercare3m",
            "employerContact");

    final DemoPerson person;
    final List<DemoStep> steps;
    final DemoAnswers answers;

    @Nullable
    String caseNo;

    boolean broken;

    DemoCase(DemoPerson person, List<DemoStep> steps, DemoAnswers answers) {
        this.person = person;
        this.steps = steps;
        this.answers = answers;
    }

    /** The employment supporter, who does what no partner may. */
    String helper() {
        return person.officeKey().equals("north") ? "shuro2" : "shuro";
    }

    String worker(DemoData data, String step) {
        if (person.team() != null && OF_CONTRACTOR.contains(step)) {
            return person.team();
        }
        var here = data.workers().getOrDefault(person.officeKey(), java.util.Map.of());
        var worker = here.getOrDefault(
                step, here.getOrDefault("all", data.workers().get("main").get(step)));
        if (worker == null) {
            throw new IllegalStateException("Nobody does " + step);
        }
        return worker;
    }
}
