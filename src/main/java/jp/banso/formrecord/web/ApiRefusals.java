package jp.banso.formrecord.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.StepRefused;
import jp.banso.people.People;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.TaskJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals as the API tells them: 400 with the field, 409 with who was faster. */
@RestControllerAdvice(annotations = RestController.class)
class ApiRefusals {

    private final People people;

    ApiRefusals(People people) {
        this.people = people;
    }

    record Errors(List<FieldError> errors) {}

    @ExceptionHandler
    ResponseEntity<Errors> refused(StepRefused refused) {
        return ResponseEntity.badRequest().body(new Errors(refused.errors()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, @Nullable Object>> taken(StepTaken taken) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("message", taken.getMessage());
        body.put("by", taken.by());
        body.put("byName", taken.by() == null ? null : people.nameOf(taken.by()));
        body.put("at", taken.at() == null ? null : TaskJson.at(taken.at()));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(body);
    }

    @ExceptionHandler
    ResponseEntity<Errors> cannot(CannotTake cannot) {
        return ResponseEntity.badRequest()
                .body(new Errors(List.of(new FieldError("username", "担当", cannot.getMessage()))));
    }
}
