package jp.banso.processengine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.banso.processengine.internal.StepBeans;
import jp.banso.processengine.internal.check.Reading;
import jp.banso.processengine.internal.check.SettingsCheck;
import jp.banso.processengine.internal.check.Vocabulary;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says what is wrong with models before the engine sees them. An allow-list: what the check does not know is refused.
 * The build, the studio and the deployment all ask this one.
 */
@Component
public class ModelCheck {

    private static final int LIMIT_SECONDS = 10;
    private static final int MAX_FILES = 300;

    private final StepBeans steps;
    private final ObjectProvider<DueDates> dueDates;

    ModelCheck(StepBeans steps, ObjectProvider<DueDates> dueDates) {
        this.steps = steps;
        this.dueDates = dueDates;
    }

    /** Checks files that are to be published together and need nothing else. */
    public List<Finding> check(List<ModelFile> files) {
        return check(files, List.of());
    }

    /** Checks files that may also name decisions and processes of models already published. */
    public List<Finding> check(List<ModelFile> files, List<ModelFile> published) {
        if (files.size() > MAX_FILES) {
            return List.of(refusal(files, "ファイルが多すぎます。%d個までにしてください。".formatted(MAX_FILES)));
        }
        var vocabulary = new Vocabulary(
                steps.facts(),
                SettingsCheck.roles(files, published),
                SettingsCheck.lists(files, published),
                this::isDueRule);
        var reading = new FutureTask<>(() -> new Reading(vocabulary).check(files, published));
        var thread = new Thread(reading, "model-check");
        thread.setDaemon(true);
        thread.start();
        try {
            return reading.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            return List.of(refusal(files, "%d秒以内に読み終わりませんでした。".formatted(LIMIT_SECONDS)));
        } catch (ExecutionException e) {
            return List.of(refusal(files, "検査できませんでした。ファイルがこわれていないか確かめてください。"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(refusal(files, "検査が中断されました。"));
        }
    }

    /** What a model may name as step code: bean name to its Japanese title. */
    public Map<String, String> knownSteps() {
        return steps.titles();
    }

    /** What each step tells the process: bean name to facts. */
    public Map<String, Set<String>> stepFacts() {
        return steps.facts();
    }

    /** What rooms tell processes besides, when an answer is recorded or a message is sent. */
    public Set<String> roomFacts() {
        return Vocabulary.FACTS;
    }

    private boolean isDueRule(String text) {
        var rules = dueDates.getIfAvailable();
        return rules == null || rules.isRule(text);
    }

    private static Finding refusal(List<ModelFile> files, String message) {
        var file = files.isEmpty() ? "" : files.get(0).name();
        return new Finding(Finding.Severity.ERROR, file, 1, null, null, message);
    }
}
