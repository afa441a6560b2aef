package jp.banso.ledger.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import jp.banso.ledger.LedgerImport.Outlook;
import jp.banso.ledger.Problem;
import org.springframework.stereotype.Component;

/** Cells, problems and outlook as the JSON in which the tables keep them. */
@Component
class Cells {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<Outlook> OUTLOOK = new TypeReference<>() {};

    private final ObjectMapper json;

    Cells(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON", e);
        }
    }

    List<String> texts(String written) {
        return read(written, TEXTS);
    }

    List<Problem> problems(String written) {
        return read(written, PROBLEMS);
    }

    Outlook outlook(String written) {
        return read(written, OUTLOOK);
    }

    private <T> T read(String written, TypeReference<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored text is not JSON", e);
        }
    }
}
