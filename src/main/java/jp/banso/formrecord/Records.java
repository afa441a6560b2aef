package jp.banso.formrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.banso.formrecord.internal.RecordMapper;
import jp.banso.people.OncePerTransaction;
import jp.banso.processengine.CompletionGate;
import org.springframework.stereotype.Service;

/** Answers already given. */
@Service
public class Records implements CompletionGate {

    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final RecordMapper mapper;
    private final ObjectMapper json;
    private final OncePerTransaction<RecordMapper.RecordRow> inserted = new OncePerTransaction<>();

    Records(RecordMapper mapper, ObjectMapper json) {
        this.mapper = mapper;
        this.json = json;
    }

    /** Who completed a step, and when. */
    public record Done(String by, LocalDateTime at) {}

    /** The engine lets a step complete only when its answer is recorded. */
    @Override
    public boolean isRecorded(String taskId) {
        return inserted.known(taskId).isPresent() || mapper.ofTask(taskId).isPresent();
    }

    /** Stores an answer. */
    void insert(RecordMapper.RecordRow row) {
        mapper.insert(row);
        inserted.remember(row.taskId(), row);
    }

    /** The last answer to a step of this business key. */
    public Optional<Answer> latest(String businessKey, String step) {
        return mapper.latest(businessKey, step).map(r -> new Answer(read(r.answer())));
    }

    /** The last value given for a field, in whichever form. */
    public Optional<Object> latestValue(String businessKey, String field) {
        return Optional.ofNullable(known(businessKey).get(field));
    }

    /** Everything known from answers so far: the last value of every field. */
    public Map<String, Object> known(String businessKey) {
        Map<String, Object> known = new LinkedHashMap<>();
        mapper.ofKey(businessKey).forEach(r -> known.putAll(read(r.answer())));
        return known;
    }

    Map<String, Object> read(String text) {
        try {
            return json.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored answer is not JSON", e);
        }
    }

    String write(Map<String, Object> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer cannot be written as JSON", e);
        }
    }
}
