package jp.banso.processengine;

/** Someone tried to complete a user task without recording its answer. */
public class StepNotRecorded extends RuntimeException {

    public StepNotRecorded(String taskId) {
        super("回答が記録されていないため、作業 %s は完了できません。".formatted(taskId));
    }
}
