package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** みどり野市 through its API: its workers, its time and its meetings. */
public final class Town {

    private static final String KANA = "アイウエオカキクケコ";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final int port;
    private final Clock clock;
    private final Map<String, Worker> workers = new ConcurrentHashMap<>();

    public Town(int port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    public Worker as(String username) {
        return workers.computeIfAbsent(username, name -> new Worker(name, port, this));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Time passes for everyone, until nine in the morning of that day. */
    public void passesTo(LocalDate day) {
        if (day.isAfter(today())) {
            JsonNode answer = as("kacho")
                    .post("/demo/clock", Map.of("to", day + "T09:00"))
                    .ok();
            assertThat(OffsetDateTime.parse(answer.path("now").asText()).toLocalDate())
                    .isEqualTo(day);
        }
    }

    public void passes(int days) {
        passesTo(today().plusDays(days));
    }

    /** Somebody whom nobody here has met. */
    public static Map<String, Object> stranger() {
        int number = PEOPLE.incrementAndGet();
        StringBuilder kana = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> kana.append(KANA.charAt(digit - '0')));
        return new LinkedHashMap<>(Map.of(
                "name",
                "架空 " + kana,
                "kana",
                "カクウ " + kana,
                "sex",
                "female",
                "birthDate",
                "1984-02-%02d".formatted(1 + number % 28),
                "phone",
                "0000-%02d-%04d".formatted(number % 100, number),
                "address",
                "みどり野市架空町" + number + "番地"));
    }

    /** The meeting that has the case on its agenda; planned now if none is. */
    public String meetingOf(String caseNo) {
        Worker secretary = as("jimu");
        Optional<String> planned = meetings(secretary).stream()
                .filter(id -> has(secretary.get("/meetings/" + id).ok(), caseNo))
                .findFirst();
        return planned.orElseGet(() -> {
            JsonNode meeting = secretary
                    .post(
                            "/meetings",
                            Map.of(
                                    "heldOn",
                                    today().plusDays(7).toString(),
                                    "startsAt",
                                    "14:00",
                                    "place",
                                    "第2会議室",
                                    "kind",
                                    "regular"))
                    .ok();
            assertThat(has(meeting, caseNo))
                    .as("%s is on the agenda of %s", caseNo, meeting)
                    .isTrue();
            return meeting.path("meetingId").asText();
        });
    }

    /** Prepares and holds the meeting about the case; every other case on its agenda is held over. */
    public void meets(String caseNo, String result) {
        String meetingId = meetingOf(caseNo);
        as("jimu").completes(meetingId, "prepareAgenda");
        Worker chair = as("shunin");
        chair.get("/meetings/" + meetingId).ok().path("items").forEach(item -> {
            String other = item.path("caseNo").asText();
            decides(meetingId, other, other.equals(caseNo) ? result : "held");
        });
        chair.post("/meetings/" + meetingId + "/confirm", Map.of()).ok();
    }

    public void decides(String meetingId, String caseNo, String result) {
        as("shunin")
                .post(
                        "/meetings/" + meetingId + "/items/" + caseNo,
                        Map.of(
                                "result",
                                result,
                                "responsible",
                                "soudan",
                                "until",
                                today().plusDays(30).toString(),
                                "condition",
                                ""))
                .ok();
    }

    private static List<String> meetings(Worker secretary) {
        return new java.util.ArrayList<>(
                secretary.get("/meetings").ok().path("items").findValuesAsText("meetingId"));
    }

    private static boolean has(JsonNode meeting, String caseNo) {
        return "planned".equals(meeting.path("status").asText())
                && meeting.path("items").findValuesAsText("caseNo").contains(caseNo);
    }
}
