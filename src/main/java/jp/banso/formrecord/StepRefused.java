package jp.banso.formrecord;

import java.util.List;

/** The answer cannot be taken as it is; nothing was changed. */
public class StepRefused extends RuntimeException {

    private final List<FieldError> errors;

    public StepRefused(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
