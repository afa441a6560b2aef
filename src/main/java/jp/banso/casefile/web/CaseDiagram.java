package jp.banso.casefile.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.banso.casefile.SupportCase;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.Flow;
import jp.banso.processengine.ProcessState;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where a case stands on the drawn processes, callers before called ones. */
@Controller
class CaseDiagram {

    private static final Pattern NAME = Pattern.compile("<(?:\\w+:)?process\\b[^>]*?\\sname=\"([^\"]*)\"");

    private final CaseFrame frame;
    private final Flow flow;

    CaseDiagram(CaseFrame frame, Flow flow) {
        this.frame = frame;
        this.flow = flow;
    }

    /** A process with the activities that are done and those where it stands now. */
    record Drawn(String key, String name, String xmlUrl, List<String> done, List<String> now) {}

    record Diagram(List<Drawn> processes) {}

    @GetMapping("/cases/{caseNo}/diagram")
    @ResponseBody
    Diagram diagram(@PathVariable String caseNo, Member member) {
        return of(frame.find(caseNo, member));
    }

    Diagram of(SupportCase supportCase) {
        var caseNo = supportCase.caseNo();
        var latest = new LinkedHashMap<String, ProcessState>();
        for (var state : flow.activityStates(caseNo, supportCase.municipalityId())) {
            latest.merge(state.processKey(), state, (a, b) -> b.startedAt().isBefore(a.startedAt()) ? a : b);
        }
        var drawn = new ArrayList<Drawn>();
        for (var state : latest.values()) {
            var url = "/cases/%s/diagram/%s".formatted(caseNo, state.processKey());
            drawn.add(new Drawn(
                    state.processKey(),
                    name(state),
                    url,
                    List.copyOf(new TreeSet<>(state.completed())),
                    List.copyOf(new TreeSet<>(state.active()))));
        }
        return new Diagram(drawn);
    }

    /** The model in the version that this case runs in. */
    @GetMapping("/cases/{caseNo}/diagram/{processKey}")
    ResponseEntity<String> model(@PathVariable String caseNo, @PathVariable String processKey, Member member) {
        var supportCase = frame.find(caseNo, member);
        var definitionId = flow.activityStates(caseNo, supportCase.municipalityId()).stream()
                .filter(s -> s.processKey().equals(processKey))
                .reduce((a, b) -> b.startedAt().isBefore(a.startedAt()) ? a : b)
                .map(ProcessState::definitionId)
                .orElseThrow(NotHere::new);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(flow.modelXml(definitionId));
    }

    private String name(ProcessState state) {
        var name = NAME.matcher(flow.modelXml(state.definitionId()));
        return name.find() ? name.group(1) : state.processKey();
    }
}
