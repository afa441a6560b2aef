package jp.banso.console.web;

import java.util.stream.Collectors;
import jp.banso.formrecord.StepRefused;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.StepTaken;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals as the web apps read them: one sentence. */
@RestControllerAdvice(basePackages = "jp.banso.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleRefusals {

    record Refusal(String type, String message) {}

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Refusal refused(StepRefused refused) {
        String what = refused.errors().stream()
                .map(error -> error.label() + "：" + error.message())
                .collect(Collectors.joining(" "));
        return new Refusal("InvalidRequestException", what);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Refusal taken(StepTaken taken) {
        return new Refusal("RestException", String.valueOf(taken.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Refusal cannot(CannotTake cannot) {
        return new Refusal("InvalidRequestException", String.valueOf(cannot.getMessage()));
    }
}
