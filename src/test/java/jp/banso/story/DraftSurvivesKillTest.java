package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.banso.story.HeadlessBrowser.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while someone writes: what was saved is there when it is back, and nobody signs in again. */
@Tag("browser")
class DraftSurvivesKillTest {

    private static final String STORY = "前の職場を春に離れた。\n朝に起きられない日がつづく（𠮷田さん談）。";

    @TempDir
    Path data;

    @Test
    void whatWasBeingWrittenIsThereAfterTheServerWasKilled() throws Exception {
        try (ServerProcess server = new ServerProcess(data)) {
            server.start();
            StaffMember consultant =
                    new StaffMember(HeadlessBrowser.fresh(server.address(), Screen.DESK), Clock.systemDefaultZone());
            consultant.signsIn("soudan");
            consultant.receivesConsultation(
                    Map.of("route", "self", "name", "電源 切子", "kana", "でんげん きりこ", "topics", List.of("job-search")));
            consultant.takes("電源 切子", "同意を取る");
            consultant.field("consentNote").fill(STORY);
            assertThat(consultant.page().locator("[data-saved]")).containsText("に保存しました");

            server.isKilled();
            server.start();

            consultant.page().reload();
            assertThat(consultant.page().locator(".site-me")).containsText("佐伯 由香");
            assertThat(consultant.field("consentNote")).hasValue(STORY);
            consultant.writes(Map.of("consentOutcome", "agreed")).forward().click();
            consultant.sawItRecorded();
            consultant.sawNoErrors();
            consultant.leaves();
        }
    }
}
