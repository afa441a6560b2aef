package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.story.HeadlessBrowser.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An old ledger comes in: from the file to the figures, at a desk and on a phone, and what is refused comes back mended. */
@BansoTest
class LedgerStory extends BrowserStory {

    private static final String HEADINGS = "受付番号,受付日,氏名,フリガナ,生年月日,初回面接日,支援類型\r\n";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aLedgerComesInAndMendedRowsFollow(Screen screen) {
        String series = screen.name() + System.nanoTime() + "-";
        List<String> findings = new ArrayList<>();
        StaffMember chief = signsIn("shunin", screen);
        chief.opens("/intake/import");
        Looks.look(chief.page(), "choose", findings);

        chooses(
                chief,
                HEADINGS + series + "1,R6.4.1,古川 台子,ﾌﾙｶﾜ ﾀﾞｲｺ,S60.1.2,R6.4.8,③\r\n" + series
                        + "2,R6.2.30,月野 晦,ﾂｷﾉ ﾐｿｶ,S61.1.2,,\r\n");
        assertThat(chief.page().locator("h1")).hasText("1件を取り込めます");
        assertThat(chief.page().locator("#refused")).containsText("令和6年2月30日はありません");
        Looks.look(chief.page(), "preview", findings);

        chief.press("1件を取り込む");
        assertThat(chief.page().locator("h1")).hasText("1件を取り込みました");
        assertThat(chief.page().locator("[data-figure=received]")).containsText("1件");
        Looks.look(chief.page(), "result", findings);

        var download = chief.page()
                .waitForDownload(() -> chief.page().getByText("直す行をファイルにする").click());
        String mended = read(download.path()).replace("R6.2.30", "R6.2.28");
        assertThat(mended).contains("月野 晦");
        chief.opens("/intake/import");
        chooses(chief, mended);
        chief.press("1件を取り込む");
        assertThat(chief.page().locator("h1")).hasText("1件を取り込みました");
        assertThat(findings).isEmpty();
    }

    @Test
    void aFileThatIsNoLedgerIsRefusedInWords() {
        StaffMember chief = signsIn("shunin");
        chief.opens("/intake/import");
        chooses(chief, "受付番号,氏名,受付日\r\n1,古川 台子,R6.4.1\r\n");
        assertThat(chief.page().locator(".error-summary")).containsText("「生年月日」の列がありません");
        List<String> findings = new ArrayList<>();
        Looks.look(chief.page(), "refused file", findings);
        assertThat(findings).isEmpty();
    }

    private static void chooses(StaffMember member, String text) {
        Charset charset = text.startsWith("\uFEFF") ? StandardCharsets.UTF_8 : Charset.forName("windows-31j");
        member.page().locator("#file").setInputFiles(new FilePayload("台帳.csv", "text/csv", text.getBytes(charset)));
        member.page().locator("#asOf").fill("R7.3.31");
        member.press("台帳を確かめる");
        member.page().waitForURL(Pattern.compile(".*/intake/import.*"));
    }

    private static String read(java.nio.file.Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
