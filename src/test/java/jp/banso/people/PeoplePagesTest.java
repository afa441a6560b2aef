package jp.banso.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import jp.banso.BansoTest;
import jp.banso.people.internal.PasswordRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@BansoTest
class PeoplePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    People people;

    @Autowired
    PeopleAdmin admin;

    @BeforeEach
    void remove() {
        jdbc.update("DELETE FROM user_role WHERE username = 'shinjin'");
        jdbc.update("DELETE FROM app_user WHERE username = 'shinjin'");
        if (people.find("hokasys").isEmpty()) {
            admin.createUser("hokasys", "他市 保守", "aogaoka", "hokasys");
            admin.grantRole("hokasys", "aogaoka-main", "system-admin");
        }
    }

    @Test
    void aNewMemberGetsAPasswordOnceAndMustChangeItBeforeAnythingElse() {
        Visitor system = Visitor.signedIn(port, "system");
        HttpResponse<String> made = system.post(
                "/people", "username", "ｓｈｉｎｊｉｎ", "displayName", "𠮷田 新", "post", "consultant@midorino-north");
        String initial = made.body().replaceAll("(?s).*<strong class=\"tabular\">([a-z0-9-]+)</strong>.*", "$1");
        assertThat(initial).hasSize(23);
        assertThat(system.get("/people/shinjin").body())
                .contains("𠮷田 新", "相談支援員")
                .doesNotContain(initial);

        Visitor fresh = new Visitor(port);
        fresh.signIn("shinjin", initial);
        assertThat(fresh.get("/worklist").headers().firstValue("Location").orElse(""))
                .endsWith("/me");
        assertThat(fresh.get("/api/v1/worklist").statusCode()).isEqualTo(404);
        assertThat(fresh.get("/me").body()).contains("はじめに、パスワードを変えてください");
        HttpResponse<String> weak = fresh.post("/me/password", "current", initial, "fresh", "password123456789");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("よくある言葉が入っています");
        fresh.post("/me/password", "current", initial, "fresh", "ゆきだるま-42-みかん-tsubame");
        assertThat(fresh.get("/people").statusCode()).isEqualTo(404);
        assertThat(fresh.get("/me").body()).doesNotContain("はじめに、パスワードを変えてください");
        assertThat(new Visitor(port)
                        .signIn("shinjin", initial)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("?wrong");
    }

    @Test
    void theFormSaysWhatToMendAndKeepsWhatWasTyped() {
        Visitor system = Visitor.signedIn(port, "system");
        HttpResponse<String> answer =
                system.post("/people", "username", "soudan", "displayName", "", "post", "hw-navigator@midorino-main");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("もう使われています", "氏名を書いてください", "所属と役割を選んでください", "value=\"soudan\"", "aria-invalid=\"true\"");
        assertThat(system.post("/people", "username", "shinjin", "displayName", "a", "post", "consultant@aogaoka-main")
                        .statusCode())
                .isEqualTo(400);
        assertThat(people.find("shinjin")).isEmpty();
    }

    @Test
    void membersOfAnotherMunicipalityCannotBeTouched() {
        Visitor other = Visitor.signedIn(port, "hokasys");
        assertThat(other.get("/people").body()).contains("他市 太郎").doesNotContain("佐伯 由香");
        assertThat(other.get("/people/soudan").statusCode()).isEqualTo(404);
        assertThat(other.post("/people/soudan/active", "active", "false").statusCode())
                .isEqualTo(404);
        assertThat(other.post("/people/soudan/password").statusCode()).isEqualTo(404);
        assertThat(other.post("/people/soudan/roles", "post", "system-admin@aogaoka-main")
                        .statusCode())
                .isEqualTo(404);
        assertThat(people.find("soudan").orElseThrow().roles()).containsExactly("consultant");
    }

    @Test
    void anAdministratorCannotLockOutOneself() {
        Visitor system = Visitor.signedIn(port, "system");
        system.post("/people/system/active", "active", "false");
        assertThat(system.get("/people/system").body()).contains("自分の利用は止められません");
        system.post("/people/system/roles/remove", "officeId", "midorino-main", "role", "system-admin");
        assertThat(system.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void rolesAreGivenAndTakenPerOffice() {
        admin.createUser("shinjin", "𠮷田 新", "midorino", "shinjin");
        Visitor system = Visitor.signedIn(port, "system");
        system.post("/people/shinjin/roles", "post", "contractor@npo-michishirube");
        assertThat(people.inOffice("npo-michishirube", "contractor"))
                .extracting(Member::username)
                .contains("shinjin", "npo");
        assertThat(people.find("shinjin").orElseThrow().isPartner()).isTrue();
        system.post("/people/shinjin/roles/remove", "officeId", "npo-michishirube", "role", "contractor");
        assertThat(people.find("shinjin").orElseThrow().roles()).isEmpty();
        system.post("/people/shinjin/roles", "post", "consultant@midorino-main");
        admin.setActive("shinjin", false);
        assertThat(people.find("shinjin").orElseThrow().roles()).isEmpty();
        assertThat(people.inOffice("midorino-main", null))
                .extracting(Member::username)
                .doesNotContain("shinjin");
        assertThat(people.nameOf("shinjin")).isEqualTo("𠮷田 新");
    }

    @Test
    void aRoleNeedsAnOfficeOfItsKindAndItsMunicipality() {
        assertThatThrownBy(() -> admin.grantRole("soudan", "hw-midorino", "consultant"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> admin.grantRole("soudan", "aogaoka-main", "consultant"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void passwordsAreLongAndNotOfWordsThatEverybodyTries() {
        PasswordRule rule = new PasswordRule();
        assertThat(rule.complaint("みかん42", "soudan"))
                .hasValueSatisfying(text -> assertThat(text).contains("15文字以上"));
        assertThat(rule.complaint("midorino-fukushi-soudan", "soudan")).isPresent();
        assertThat(rule.complaint("aaaaaaaaaaaaaaaaaaa", "soudan")).isPresent();
        assertThat(rule.complaint("ゆきだるま-42-みかん-tsubame", "soudan")).isEmpty();
        assertThat(rule.complaint("a-long-one-".repeat(8) + "xyz", "soudan")).isEmpty();
    }
}
