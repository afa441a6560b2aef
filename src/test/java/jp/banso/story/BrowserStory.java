package jp.banso.story;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.story.HeadlessBrowser.Screen;
import jp.banso.story.api.Road;
import jp.banso.story.api.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every story needs: people who sign in, time that passes, and a look at what the browsers complained about. */
@Tag("browser")
abstract class BrowserStory {

    static final String OFFICE = "midorino-main";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    WorkingCalendar calendar;

    @RegisterExtension
    final FailurePictures pictures = new FailurePictures(this::everyone);

    Town town;
    Road road;

    private final Map<String, StaffMember> atWork = new LinkedHashMap<>();
    private final List<StaffMember> visitors = new ArrayList<>();

    @BeforeEach
    void begin() {
        town = new Town(port, clock);
        road = new Road(town);
        town.passesTo(calendar.nextOpen(town.today().plusDays(1), OFFICE));
    }

    @AfterEach
    void nothingWentWrongInTheBrowsers() {
        try {
            everyone().forEach(StaffMember::sawNoErrors);
        } finally {
            everyone().forEach(StaffMember::leaves);
        }
    }

    /** The member at a desk; signs in once and stays. */
    StaffMember signsIn(String username) {
        return atWork.computeIfAbsent(username, name -> signsIn(name, Screen.DESK));
    }

    /** The member at another screen. */
    StaffMember signsIn(String username, Screen screen) {
        StaffMember member = visitor(screen);
        member.signsIn(username);
        return member;
    }

    /** A browser in which nobody has signed in. */
    StaffMember visitor(Screen screen) {
        StaffMember visitor = new StaffMember(HeadlessBrowser.fresh("http://localhost:" + port, screen), clock);
        visitors.add(visitor);
        return visitor;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Field and value by turns: what the story says about a step. */
    static Map<String, Object> saying(Object... pairs) {
        Map<String, Object> said = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            said.put((String) pairs[i], pairs[i + 1]);
        }
        return said;
    }

    private List<StaffMember> everyone() {
        return visitors;
    }
}
