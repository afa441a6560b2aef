package jp.banso.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.people.TestPeople.Hands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@BansoTest
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    Hands hands;

    @BeforeEach
    void forgetTries() {
        jdbc.update("DELETE FROM sign_in_attempt");
        jdbc.update("DELETE FROM SPRING_SESSION");
    }

    @AfterEach
    void setTheClockRight() {
        hands.right();
    }

    @Test
    void anonymousPagesLeadToTheDoorAndBackAgain() {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> refused = visitor.get("/me?x=1");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).endsWith("/login");
        HttpResponse<String> entered = visitor.signIn("soudan", "soudan");
        assertThat(location(entered)).endsWith("/me?x=1");
        assertThat(visitor.get("/me").body()).contains("佐伯 由香", "相談支援員");
    }

    @Test
    void anonymousApiCallsGet401AsJson() {
        Visitor visitor = new Visitor(port);
        for (String path : List.of("/api/v1/me", "/api/v1/nothing")) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        }
        assertThat(visitor.postWithoutToken("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void everyRoleLandsWhereItsWorkIs() {
        assertThat(location(new Visitor(port).signIn("system", "system"))).endsWith("/people");
        assertThat(location(new Visitor(port).signIn("kanri", "kanri"))).endsWith("/processes");
        assertThat(location(new Visitor(port).signIn("ｓｏｕｄａｎ", "soudan"))).endsWith("/worklist");
    }

    @Test
    void wrongPasswordAndUnknownNameSoundTheSame() {
        Visitor visitor = new Visitor(port);
        assertThat(location(visitor.signIn("soudan", "wrong"))).endsWith("/login?wrong");
        assertThat(location(visitor.signIn("nobody", "wrong"))).endsWith("/login?wrong");
        assertThat(visitor.get("/login?wrong").body()).contains("職員番号かパスワードがちがいます", "value=\"nobody\"");
    }

    @Test
    void fiveWrongTriesCloseTheDoorForAQuarterOfAnHourAndNoLonger() {
        Visitor visitor = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            assertThat(location(visitor.signIn("cw", "wrong"))).endsWith("?wrong");
        }
        assertThat(location(visitor.signIn("cw", "cw"))).endsWith("?wait");
        assertThat(visitor.get("/login?wait").body()).contains("15分ほど待ってください");
        assertThat(location(new Visitor(port).signIn("sv", "sv"))).endsWith("/worklist");
        hands.forwardMinutes(16);
        assertThat(location(new Visitor(port).signIn("cw", "cw"))).endsWith("/worklist");
    }

    @Test
    void anAddressThatTriesManyNamesIsStoppedToo() {
        for (int i = 0; i < 50; i++) {
            jdbc.update("INSERT INTO sign_in_attempt VALUES (?, ?, '127.0.0.1', ?)", "x" + i, "other" + i, hands.now());
        }
        assertThat(location(new Visitor(port).signIn("soudan", "soudan"))).endsWith("?wait");
    }

    @Test
    void theSessionIdChangesAtSignInAndTheOldOneIsWorthless() {
        Visitor visitor = new Visitor(port);
        visitor.get("/login");
        String before = jdbc.queryForObject("SELECT SESSION_ID FROM SPRING_SESSION", String.class);
        visitor.signIn("soudan", "soudan");
        assertThat(jdbc.queryForList("SELECT SESSION_ID FROM SPRING_SESSION", String.class))
                .hasSize(1)
                .doesNotContain(before);
    }

    @Test
    void theSessionHoldsNothingButPlainValues() {
        Visitor.signedIn(port, "soudan");
        assertThat(jdbc.queryForList("SELECT ATTRIBUTE_NAME FROM SPRING_SESSION_ATTRIBUTES", String.class))
                .contains("banso.user")
                .doesNotContain("SPRING_SECURITY_CONTEXT");
        assertThat(jdbc.queryForObject("SELECT PRINCIPAL_NAME FROM SPRING_SESSION", String.class))
                .isEqualTo("soudan");
    }

    @Test
    void aDisabledMemberIsOutWithTheNextRequest() {
        Visitor visitor = Visitor.signedIn(port, "jimu");
        assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(200);
        admin.setActive("jimu", false);
        try {
            assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(location(visitor.signIn("jimu", "jimu"))).endsWith("?wrong");
        } finally {
            admin.setActive("jimu", true);
        }
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() {
        Visitor visitor = Visitor.signedIn(port, "kacho");
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(200);
        admin.removeRole("kacho", "midorino-main", "manager");
        try {
            assertThat(visitor.get("/audit").statusCode()).isEqualTo(404);
        } finally {
            admin.grantRole("kacho", "midorino-main", "manager");
        }
    }

    @Test
    void afterTwelveHoursOneSignsInAgainHoweverBusyOneWas() {
        Visitor visitor = Visitor.signedIn(port, "soudan");
        hands.forwardMinutes(12 * 60 - 2);
        assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(200);
        hands.forwardMinutes(2);
        assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void onlyTwoSessionsStay() {
        Visitor first = Visitor.signedIn(port, "soudan");
        hands.forwardMinutes(1);
        Visitor second = Visitor.signedIn(port, "soudan");
        hands.forwardMinutes(1);
        Visitor third = Visitor.signedIn(port, "soudan");
        assertThat(first.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(second.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(third.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void idleSessionsEndAfterHalfAnHour() {
        Visitor.signedIn(port, "soudan");
        assertThat(jdbc.queryForObject("SELECT MAX_INACTIVE_INTERVAL FROM SPRING_SESSION", Integer.class))
                .isEqualTo(1800);
    }

    @Test
    void signingOutNeedsATokenEndsTheSessionAndClearsTheBrowser() {
        Visitor visitor = Visitor.signedIn(port, "soudan");
        assertThat(visitor.postWithoutToken("/logout").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/logout").statusCode()).isEqualTo(404);
        HttpResponse<String> out = visitor.post("/logout");
        assertThat(location(out)).endsWith("/login?out");
        assertThat(out.headers().firstValue("Clear-Site-Data").orElse("")).contains("cookies");
        assertThat(jdbc.queryForList("SELECT * FROM SPRING_SESSION WHERE PRINCIPAL_NAME = 'soudan'"))
                .isEmpty();
    }

    @Test
    void theApiSaysWhoIAm() {
        assertThat(Visitor.signedIn(port, "npo").get("/api/v1/me").body())
                .contains("\"username\":\"npo\"", "みどり野市", "npo-michishirube", "\"roles\":[\"contractor\"]");
    }

    @Test
    void theOwnPageShowsTheSessionsAndEndsAnotherOne() {
        Visitor first = Visitor.signedIn(port, "soudan");
        hands.forwardMinutes(1);
        Visitor second = Visitor.signedIn(port, "soudan");
        String page = second.get("/me").body();
        String mark = page.replaceAll("(?s).*name=\"session\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(second.post("/me/sessions/end", "session", mark).statusCode())
                .isEqualTo(302);
        assertThat(first.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(second.get("/me").body()).contains("サインインを終わらせました");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
