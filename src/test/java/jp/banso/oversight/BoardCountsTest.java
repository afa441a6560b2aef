package jp.banso.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Every number of the board equals the list behind it, whatever narrows it and whoever works meanwhile. */
@BansoTest
class BoardCountsTest {

    private static final int COMBINATIONS = 50;
    private static final int WORKERS = 8;
    private static final int MOST = 100_000;

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Board board;

    @Autowired
    private Worklist worklist;

    @Autowired
    private PlatformTransactionManager transactions;

    private Sphere sphere;

    @BeforeEach
    void stepsOfManyKinds() {
        sphere = Sphere.of(story.member("coord"));
        for (int i = 0; i < 6; i++) {
            var caseNo = open("数 " + i);
            if (i % 2 == 0) {
                var item = story.item(caseNo, "obtainConsent");
                worklist.claim(item.taskId(), story.member("soudan"));
                worklist.followUp(
                        item.taskId(), story.today().plusDays(4), WaitingKind.person, null, story.member("soudan"));
            }
        }
    }

    @Test
    void numbersEqualListsWhileEightPeopleWork() throws Exception {
        var working = new AtomicInteger();
        var stop = new java.util.concurrent.atomic.AtomicBoolean();
        try (var crew = new Crew(WORKERS)) {
            for (int w = 0; w < WORKERS; w++) {
                int worker = w;
                crew.start(() -> {
                    for (int n = 0; !stop.get(); n++) {
                        var caseNo = open("働 " + worker + " " + n);
                        story.complete(caseNo, "obtainConsent", "soudan", "consentOutcome", "agreed");
                        working.incrementAndGet();
                    }
                });
            }
            try {
                var random = new Random(20261121);
                for (int i = 0; i < COMBINATIONS; i++) {
                    var filter = random(random);
                    inOneSnapshot(() -> compare(filter));
                }
            } finally {
                stop.set(true);
            }
        }
        assertThat(working.get()).as("steps done meanwhile").isGreaterThan(WORKERS);
    }

    private void compare(StepFilter filter) {
        var overview = board.overview(sphere, filter);
        var list = board.page(sphere, filter, 0, MOST);
        assertThat(list.total()).as("list of %s", filter).isEqualTo(list.steps().size());
        assertThat(overview.total().open()).as("total of %s", filter).isEqualTo(list.total());
        assertThat(sum(overview.reasons()))
                .as("reasons of %s", filter)
                .isEqualTo(overview.total().overdue());
        for (var dimension : Dimension.values()) {
            var condition = dimension == Dimension.age ? "due" : dimension.name();
            if (filter.words().containsKey(condition)) {
                continue;
            }
            overview.by().get(dimension).forEach((key, tally) -> {
                assertThat(board.page(sphere, filter.and(condition, key), 0, 1).total())
                        .as("%s %s of %s", dimension, key, filter)
                        .isEqualTo(tally.open());
            });
        }
        if (filter.due() == null) {
            for (var band : DueBand.values()) {
                assertThat(board.page(sphere, filter.and("due", band.name()), 0, 1)
                                .total())
                        .as("%s of %s", band, filter)
                        .isEqualTo(overview.total().of(band));
            }
        }
        overview.reasons().forEach((reason, n) -> {
            if (filter.reason() == null) {
                var behind = board.page(sphere, filter.and("reason", reason.name()), 0, MOST);
                assertThat(behind.total()).as("%s of %s", reason, filter).isEqualTo(n);
                assertThat(behind.steps()).allMatch(step -> step.reason().equals(reason.name()));
            }
        });
        assertThat(list.steps().stream()
                        .collect(Collectors.groupingBy(OverseenStep::step, Collectors.summingInt(s -> 1))))
                .as("steps of %s", filter)
                .isEqualTo(overview.by().get(Dimension.step).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().open())));
    }

    private static int sum(Map<Reason, Integer> reasons) {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static StepFilter random(Random random) {
        Map<String, String> words = new HashMap<>();
        pick(random, words, "step", "obtainConsent", "firstInterview", "intakeAssessment", "draftPlan");
        pick(random, words, "process", "consultation-intake", "support-planning");
        pick(random, words, "role", "consultant", "chief-consultant", "hw-navigator");
        pick(random, words, "office", "midorino-main", "hw-midorino");
        pick(random, words, "person", "soudan", "shuro", StepFilter.NOBODY);
        pick(random, words, "category", "1-1", "2-1");
        pick(random, words, "due", "overdue", "dueSoon", "today", "soon", "later", "late1", "late4", "none");
        pick(random, words, "reason", "unclaimed", "held", "person", "consent");
        if (random.nextInt(6) == 0) {
            words.put("waiting", "true");
        }
        if (random.nextInt(6) == 0) {
            words.put("risk", "true");
        }
        return StepFilter.of(words);
    }

    private static void pick(Random random, Map<String, String> words, String name, String... values) {
        if (random.nextInt(4) == 0) {
            words.put(name, values[random.nextInt(values.length)]);
        }
    }

    private String open(String name) {
        var caseNo = story.open(name, "employment-support-journey", Map.of());
        story.complete(caseNo, "registerConsultation", "uketsuke");
        return caseNo;
    }

    private void inOneSnapshot(Runnable reading) {
        var template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        template.setReadOnly(true);
        template.executeWithoutResult(status -> reading.run());
    }

    /** Threads that are waited for; the first failure is the test's. */
    private static final class Crew implements AutoCloseable {

        private final java.util.concurrent.ExecutorService threads;
        private final List<Future<?>> work = new ArrayList<>();

        Crew(int size) {
            threads = Executors.newFixedThreadPool(size);
        }

        void start(Runnable task) {
            work.add(threads.submit(task));
        }

        @Override
        public void close() throws Exception {
            threads.shutdown();
            for (var each : work) {
                each.get();
            }
        }
    }
}
