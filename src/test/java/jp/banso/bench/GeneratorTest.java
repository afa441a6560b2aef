package jp.banso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.casefile.CaseFiles;
import jp.banso.oversight.internal.HistoryMapper;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.worklist.Worklist;
import jp.banso.worklist.WorklistPages;
import jp.banso.worklist.WorklistPages.Filter;
import jp.banso.worklist.WorklistReconciler;
import jp.banso.worklist.WorklistView;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the bench generates is what the product would have written, and goes again without a trace. */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratorTest {

    private static final int STEPS = 400;

    @Autowired
    private PeopleAdmin admin;

    @Autowired
    private People people;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private WorklistReconciler reconciler;

    @Autowired
    private Worklist worklist;

    @Autowired
    private WorklistPages pages;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HistoryMapper history;

    @Autowired
    private Clock clock;

    private Town town;
    private Patterns patterns;
    private Generator generator;

    @BeforeAll
    void generate() {
        town = new Town(admin, people, jdbc);
        town.found();
        patterns = new Patterns(cases, runtime, jdbc);
        patterns.make(LocalDate.now(clock));
        generator = new Generator(jdbc, LocalDateTime.now(clock));
        generator.grow(0, STEPS);
    }

    @Test
    void thePastIsReadByTheProductAsItsOwnAndGoesAgain() {
        var past = new PastGenerator(jdbc, LocalDateTime.now(clock));
        LocalDateTime today = LocalDate.now(clock).atStartOfDay();
        past.fill(STEPS);
        try {
            var done = history.doneOf(List.of(Town.office(2)), today.minusDays(PastGenerator.DAYS + 2), today);
            assertThat(done).hasSize(STEPS / Town.OFFICES);
            assertThat(done.stream().map(HistoryMapper.Done::step))
                    .containsOnly(Kind.ALL.stream().map(Kind::step).toArray(String[]::new));
            assertThat(done).allMatch(d -> !d.createdAt().isAfter(d.doneAt()) && d.dueAt() != null);
        } finally {
            past.remove(STEPS);
        }
        assertThat(history.doneOf(List.of(Town.office(2)), today.minusDays(PastGenerator.DAYS + 2), today))
                .isEmpty();
    }

    @AfterAll
    void remove() {
        generator.remove();
        patterns.forget();
        town.leave();
    }

    @Test
    void theProductWouldHaveWrittenTheSameRows() {
        new Consistency(reconciler, worklist, jdbc).check(0, STEPS);
    }

    @Test
    void aMemberSeesTheStepsOfTheOwnQueueByDueDate() {
        Member consultant = town.member(2, "consultant", 1);
        var page = pages.page(consultant, WorklistView.TEAM, Filter.NONE, null, 50);
        assertThat(page.items())
                .isNotEmpty()
                .allMatch(item -> item.officeId().equals(Town.office(2)))
                .isSortedAccordingTo((a, b) -> a.dueAt().compareTo(b.dueAt()));
        assertThat(pages.counts(consultant))
                .containsEntry(WorklistView.TEAM, page.items().size());
    }

    @Test
    void thePulseTellsWhenAStepGoes() {
        Member chief = town.member(3, "chief-consultant", 1);
        String before = pages.pulse(chief);
        assertThat(pages.pulse(chief)).isEqualTo(before);
        List<String> first = jdbc.queryForList(
                "SELECT task_id FROM work_item WHERE office_id = ? AND role = 'chief-consultant' ORDER BY due_at LIMIT 1",
                String.class,
                Town.office(3));
        jdbc.update("DELETE FROM work_item_queue WHERE task_id = ?", first.get(0));
        assertThat(pages.pulse(chief)).isNotEqualTo(before);
        worklist.refresh(Generator.caseNo(number(first.get(0))));
    }

    private static int number(String taskId) {
        return Integer.parseInt(taskId.substring(0, 8));
    }
}
