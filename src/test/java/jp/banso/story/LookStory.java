package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.story.HeadlessBrowser.Screen;
import jp.banso.story.api.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page can be used by everyone: no findings of axe, nothing that scrolls sideways, and a focus that can be seen. */
@BansoTest
class LookStory extends BrowserStory {

    private static final String FOCUS =
            """
            () => { const style = getComputedStyle(document.activeElement);
                    return style.outlineStyle + ' ' + parseFloat(style.outlineWidth) + ' ' + style.boxShadow; }
            """;

    @ParameterizedTest
    @EnumSource(Screen.class)
    void everyPageIsAccessibleAndFits(Screen screen) {
        List<String> findings = new ArrayList<>();
        StaffMember visitor = visitor(screen);
        visitor.opens("/login");
        Looks.look(visitor.page(), "login", findings);
        pages().forEach((user, paths) -> {
            StaffMember member = signsIn(user, screen);
            for (String path : paths) {
                member.watch().expects(404);
                member.opens(path);
                Looks.look(member.page(), user + " " + path, findings);
            }
        });
        assertThat(findings).isEmpty();
    }

    @Test
    void refusedFormsAreAccessibleToo() {
        List<String> findings = new ArrayList<>();
        StaffMember receptionist = signsIn("uketsuke");
        receptionist.opens("/intake/new").press("相談を受け付ける");
        assertThat(receptionist.page().locator(".error-summary")).isFocused();
        Looks.look(receptionist.page(), "refused intake", findings);
        assertThat(findings).isEmpty();
    }

    @Test
    void theFocusCanBeSeenAllTheWayDownThePage() {
        String caseNo = road.toAssessment();
        Task open = town.as("soudan").task(caseNo, "intakeAssessment");
        StaffMember consultant = signsIn("soudan");
        for (String path : List.of("/worklist?view=mine", "/tasks/" + open.taskId(), "/cases/" + caseNo)) {
            Page page = consultant.opens(path).page();
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            for (int stop = 0; stop < 12; stop++) {
                page.keyboard().press("Tab");
                String outline = (String) page.evaluate(FOCUS);
                assertThat(outline)
                        .as("focus at stop %d of %s", stop, path)
                        .doesNotStartWith("none")
                        .doesNotContain(" 0 ");
            }
        }
    }

    /** Who looks at which page, with a case and a meeting that have something to show. */
    private Map<String, List<String>> pages() {
        String caseNo = road.toAssessment();
        String open =
                "/tasks/" + town.as("soudan").task(caseNo, "intakeAssessment").taskId();
        String waiting = road.toCategory("1-1");
        road.toMeeting(waiting, Map.of());
        String meeting = "/meetings/" + town.meetingOf(waiting);
        String working = road.toJob();
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put(
                "soudan",
                List.of(
                        "/worklist",
                        "/worklist?view=team",
                        "/worklist?view=waiting&step=nothing",
                        open,
                        "/intake/new",
                        "/cases",
                        "/cases/" + caseNo,
                        "/cases/" + working,
                        "/cases/" + working + "?tab=consents",
                        "/cases/" + working + "?tab=route",
                        "/cases/" + working + "?tab=people",
                        "/cases/" + working + "?tab=documents",
                        "/cases/" + working + "?tab=plan",
                        "/cases/" + working + "?tab=referral",
                        "/cases/" + working + "?tab=applications",
                        "/cases/" + working + "?tab=jobs",
                        "/cases/" + working + "?tab=aftercare",
                        "/cases/" + working + "?tab=evaluation",
                        "/cases/" + caseNo + "/notes/new",
                        "/cases/" + caseNo + "/interruptions/new?kind=consent-withdrawn",
                        "/processes",
                        "/processes/employment-support-journey",
                        "/me",
                        "/no-such-page"));
        pages.put("shunin", List.of("/meetings", meeting, "/audit", "/intake/import"));
        pages.put("system", List.of("/people", "/people/new", "/people/soudan"));
        pages.put("npo", List.of("/worklist?view=team", "/cases"));
        return pages;
    }
}
