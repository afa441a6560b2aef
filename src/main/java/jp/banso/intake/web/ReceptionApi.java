package jp.banso.intake.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.casefile.CaseFiles.Candidate;
import jp.banso.intake.Reception;
import jp.banso.people.Member;
import jp.banso.worklist.TaskJson;
import jp.banso.worklist.TaskViews;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reception for scripts (api.md). */
@RestController
class ReceptionApi {

    private final Reception reception;
    private final TaskViews tasks;

    ReceptionApi(Reception reception, TaskViews tasks) {
        this.reception = reception;
        this.tasks = tasks;
    }

    record Opened(String caseNo, List<TaskJson> tasks) {}

    record Duplicates(List<Candidate> candidates) {}

    /** The fields of the reception form; {@code personId} for someone known, {@code confirmDuplicate} for someone else. */
    @PostMapping("/api/v1/cases")
    ResponseEntity<Object> receive(@RequestBody Map<String, Object> body, Member member) {
        var data = new LinkedHashMap<>(body);
        var confirmed = Boolean.TRUE.equals(data.remove("confirmDuplicate"));
        var personId = data.remove("personId") instanceof String id && !id.isBlank() ? id : null;
        if (personId == null && !confirmed) {
            var candidates = reception.duplicates(data, member);
            if (!candidates.isEmpty()) {
                return ResponseEntity.status(HttpStatus.CONFLICT).body(new Duplicates(candidates));
            }
        }
        var received = reception.receive(data, personId, member);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Opened(received.caseNo(), tasks.json(received.open())));
    }
}
