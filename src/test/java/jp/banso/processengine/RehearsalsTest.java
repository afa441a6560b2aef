package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.banso.BansoTest;
import jp.banso.processengine.Rehearsal.Outcome;
import jp.banso.processengine.Scenario.Event;
import jp.banso.processengine.Scenario.Kind;
import jp.banso.processengine.internal.OwnTime;
import jp.banso.processengine.internal.ShippedModels;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A rehearsal happens nowhere: no row of the product, nobody else's clock, and no engine left behind. */
@BansoTest
class RehearsalsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Autowired
    Clock clock;

    @Test
    void nothingOfTheProductIsWritten() throws Exception {
        var before = rows();
        var played = rehearsals.play(ShippedModels.read(), shipped("employment-support-journey"), LONG);
        assertThat(played).hasSizeGreaterThan(10).allMatch(each -> each.is(Outcome.PASSED));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void monthsPassForTheRehearsalAlone() throws Exception {
        var begin = clock.instant();
        var worst = new ArrayList<Duration>();
        var over = new AtomicBoolean();
        var others = new Thread(() -> {
            Instant last = ClockUtil.now().toInstant();
            while (!over.get()) {
                Instant now = ClockUtil.now().toInstant();
                if (Duration.between(last, now).abs().compareTo(Duration.ofMinutes(1)) > 0) {
                    worst.add(Duration.between(last, now));
                }
                last = now;
                Thread.onSpinWait();
            }
        });
        others.start();
        var played = rehearsals.play(ShippedModels.read(), shipped("job-retention"), LONG);
        over.set(true);
        others.join();
        assertThat(played).anyMatch(each -> each.now().toLocalDate().isAfter(LocalDate.of(2026, 8, 25)));
        assertThat(worst).as("another thread's clock").isEmpty();
        assertThat(Duration.between(begin, clock.instant())).isLessThan(LONG.plusSeconds(30));
    }

    @Test
    void aThreadWithTimeOfItsOwnLeavesTheProductsTimeAsSomebodyElseHadSetIt() {
        var begin = clock.instant();
        OwnTime.enter(begin.plus(Duration.ofDays(400)));
        assertThat(clock.instant())
                .isEqualTo(begin.plus(Duration.ofDays(400)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        OwnTime.leave();
        assertThat(clock.instant()).isBetween(begin, begin.plusSeconds(30));
    }

    @Test
    void noEngineIsLeft() {
        rehearsals.play(ShippedModels.read(), shipped("handover-outside"), LONG);
        assertThat(ProcessEngines.getProcessEngines().keySet()).noneMatch(name -> name.startsWith("rehearsal"));
        assertThat(ProcessEngines.getProcessEngines()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatHasNoEndIsStoppedWithASentence() {
        var loop = process(
                """
                <bpmn:startEvent id="begun" name="始まり"/>
                <bpmn:exclusiveGateway id="again" name="もう一度？"/>
                <bpmn:intermediateThrowEvent id="round" name="まわる"/>
                <bpmn:sequenceFlow id="f1" sourceRef="begun" targetRef="again"/>
                <bpmn:sequenceFlow id="f2" sourceRef="again" targetRef="round"/>
                <bpmn:sequenceFlow id="f3" sourceRef="round" targetRef="again"/>
                """);
        var played = play(loop, scenario(List.of())).get(0);
        assertThat(played.outcome()).isEqualTo(Outcome.STUCK);
        assertThat(played.trouble()).contains("終わりなく回っています");
        assertThat(played.millis()).isLessThan(Rehearsals.ONE.toMillis());
    }

    @Test
    void aValueThatNobodyTellsIsNamed() {
        var unknown = process(
                """
                <bpmn:startEvent id="begun" name="始まり"/>
                <bpmn:exclusiveGateway id="which" name="どちら？" default="f3"/>
                <bpmn:endEvent id="a" name="甲"/><bpmn:endEvent id="b" name="乙"/>
                <bpmn:sequenceFlow id="f1" sourceRef="begun" targetRef="which"/>
                <bpmn:sequenceFlow id="f2" sourceRef="which" targetRef="a"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${nothing == 'x'}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="f3" sourceRef="which" targetRef="b"/>
                """);
        var played = play(unknown, scenario(List.of())).get(0);
        assertThat(played.outcome()).isEqualTo(Outcome.STUCK);
        assertThat(played.trouble()).contains("「どちら？」（練習）で止まりました", "値「nothing」");
        var told = new Scenario(
                "選ぶ",
                "loop",
                LocalDate.of(2026, 6, 1),
                Map.of("nothing", "x"),
                Map.of(),
                List.of(),
                List.of("loop/begun", "loop/which", "loop/a"));
        assertThat(play(unknown, told).get(0).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void whatDoesNotFitIntoTheLimitSaysSo() {
        var played = rehearsals.play(ShippedModels.read(), shipped("employment-support-journey"), Duration.ofMillis(1));
        assertThat(played).anyMatch(each -> each.is(Outcome.NOT_PLAYED));
        assertThat(played.stream().filter(each -> each.is(Outcome.NOT_PLAYED)))
                .allMatch(each -> String.valueOf(each.trouble()).contains("終わらなかった"));
        assertThat(rehearsals.play(ShippedModels.read(), shipped("handover-outside"), LONG))
                .as("the next one can play")
                .allMatch(each -> each.is(Outcome.PASSED));
    }

    @Test
    void whatIsGoneIsSkippedAndWhatIsNewIsPassedWithoutChoosing() throws Exception {
        var models = ShippedModels.read().stream()
                .map(file -> file.name().endsWith("handover-outside.bpmn")
                        ? new ModelFile(
                                file.name(),
                                new String(file.bytes(), StandardCharsets.UTF_8)
                                        .replace("accompanyHandover", "goAlong")
                                        .replace("camunda:formRef=\"goAlong\"", "camunda:formRef=\"accompanyHandover\"")
                                        .getBytes(StandardCharsets.UTF_8))
                        : file)
                .toList();
        var played = rehearsals.play(models, shipped("handover-outside"), LONG);
        assertThat(played).allMatch(each -> each.is(Outcome.CHANGED));
        assertThat(played.get(0).notes())
                .anyMatch(note -> note.contains("「accompanyHandover」は、なくなっている"))
                .anyMatch(note -> note.contains("「付き添って引き継ぐ」は、この場面に答えがないので"));
        assertThat(played.get(0).path()).contains("handover-outside/handedOver");
    }

    private Map<String, Scenario> shipped(String process) {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        ShippedModels.read().stream()
                .filter(file -> Scenario.isScenario(file.name()))
                .filter(file -> file.name().startsWith("processes/" + process + "/"))
                .forEach(file -> {
                    try {
                        scenarios.put(file.name(), Scenario.read(file.bytes()));
                    } catch (Scenario.Unreadable e) {
                        throw new IllegalStateException(e);
                    }
                });
        assertThat(scenarios).isNotEmpty();
        return scenarios;
    }

    private List<Rehearsal> play(ModelFile model, Scenario scenario) {
        return rehearsals.play(List.of(model), Map.of("x.scenario", scenario), LONG);
    }

    private static Scenario scenario(List<Event> events) {
        var more = new ArrayList<>(events);
        more.add(new Event(Kind.DAYS, "1", Map.of()));
        return new Scenario("まわる", "loop", LocalDate.of(2026, 6, 1), Map.of(), Map.of(), more, List.of());
    }

    private static ModelFile process(String inside) {
        return new ModelFile(
                "processes/loop/loop.bpmn",
                ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
                <bpmn:process id="loop" name="練習" isExecutable="true" camunda:historyTimeToLive="P1D">
                """
                                + inside + "</bpmn:process></bpmn:definitions>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Table to its number of rows, for all tables of the product and the engine. */
    private Map<String, Long> rows() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var connection = database.getConnection();
                var all = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (all.next()) {
                if (!all.getString("TABLE_NAME").startsWith("flyway")) {
                    tables.add(all.getString("TABLE_NAME"));
                }
            }
        }
        assertThat(tables).hasSizeGreaterThan(60);
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
