package jp.banso.processengine.internal.move;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * What takes a moved process back exactly.
 *
 * @param ways activities it stood in, to those it was moved to
 */
public record Ticket(Map<String, String> ways, List<Timers.Pending> timers, List<StepWords.Change> steps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Ticket read(String text) {
        try {
            return JSON.readValue(text, Ticket.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a ticket", e);
        }
    }
}
