package jp.banso.oversight.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.DisplayDates;
import jp.banso.casefile.Stage;
import jp.banso.oversight.Board;
import jp.banso.oversight.Dimension;
import jp.banso.oversight.DueBand;
import jp.banso.oversight.History;
import jp.banso.oversight.OverseenStep;
import jp.banso.oversight.Reason;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.oversight.StuckCases;
import jp.banso.oversight.Tally;
import jp.banso.oversight.Workload;
import jp.banso.people.People;
import jp.banso.sheet.Sheet;
import jp.banso.worklist.Categories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of the board as sheets to take along: the same figures as on the page. */
@Component
class Tables {

    /** Most rows of a list; a longer one says so in its last row. */
    private static final int MOST = 20_000;

    private final Board board;
    private final History history;
    private final StuckCases stuck;
    private final Workload workload;
    private final Labels labels;
    private final People people;
    private final DisplayDates dates;

    Tables(
            Board board,
            History history,
            StuckCases stuck,
            Workload workload,
            Labels labels,
            People people,
            DisplayDates dates) {
        this.board = board;
        this.history = history;
        this.stuck = stuck;
        this.workload = workload;
        this.labels = labels;
        this.people = people;
        this.dates = dates;
    }

    Sheet board(Sphere sphere, StepFilter filter, Dimension dimension) {
        Map<String, Tally> lines = board.overview(sphere, filter).by().get(dimension);
        Labels.Names names = labels.of(sphere.municipalityId()).forKeys(dimension, lines.keySet());
        List<String> headings = new ArrayList<>(List.of(dimension.label(), "期限超過"));
        for (DueBand band : DueBand.values()) {
            headings.add(band.label());
        }
        headings.addAll(List.of("返事待ち", "全部", "いちばん古い期限"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        lines.forEach((key, tally) -> rows.add(row(names.of(dimension, key), tally)));
        return new Sheet(dimension.label() + "ごとの遅れ", headings, rows);
    }

    Sheet weeks(Sphere sphere) {
        return new Sheet(
                "12週の動き",
                List.of("週末", "期限超過", "全部"),
                history.weeks(sphere).stream()
                        .map(week -> cells(week.end(), week.late(), week.open()))
                        .toList());
    }

    Sheet steps(Sphere sphere, StepFilter filter) {
        Labels.Names names = labels.of(sphere.municipalityId());
        Board.Page page = board.page(sphere, filter, 0, MOST);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        page.steps().forEach(step -> rows.add(row(step, names)));
        if (page.total() > MOST) {
            rows.add(cells("全部で" + page.total() + "件のうち、はじめの" + MOST + "件です", "", "", "", "", "", "", "", "", ""));
        }
        return new Sheet(
                StepListPages.title(filter),
                List.of("ケース番号", "氏名", "かな", "類型", "手順", "窓口", "担当", "届いた日", "期限", "理由"),
                rows);
    }

    Sheet standing(Sphere sphere, @Nullable Reason reason) {
        return new Sheet(
                "止まっているケース",
                List.of("ケース番号", "氏名", "かな", "類型", "段階", "担当", "理由", "最後の記録"),
                stuck.page(sphere, reason, 0, MOST).stream()
                        .map(each -> cells(
                                each.caseNo(),
                                each.displayName(),
                                each.kana(),
                                Categories.label(each.category()),
                                Stage.valueOf(each.stage()).label(),
                                each.owner() == null ? "" : people.nameOf(each.owner()),
                                Reason.valueOf(each.reason()).label(),
                                day(each.lastEntry())))
                        .toList());
    }

    Sheet workload(Sphere sphere) {
        return new Sheet(
                "受け持ち",
                List.of("名前", "ケース", "目安", "余裕", "やること", "代理のやること", "期限超過", "今週まで", "見込みの手間（営業日）"),
                workload.loads(sphere).stream()
                        .map(load -> cells(
                                load.member().displayName(),
                                load.caseCount(),
                                load.capacity(),
                                load.leadsCases() ? load.room() : null,
                                load.open(),
                                load.covered(),
                                load.overdue(),
                                load.dueThisWeek(),
                                Math.round(load.effort())))
                        .toList());
    }

    private List<@Nullable Object> row(String label, Tally tally) {
        List<@Nullable Object> row = cells(label, tally.overdue());
        for (DueBand band : DueBand.values()) {
            row.add(tally.of(band));
        }
        row.add(tally.waiting());
        row.add(tally.open());
        row.add(day(tally.oldestDue()));
        return row;
    }

    private List<@Nullable Object> row(OverseenStep step, Labels.Names names) {
        boolean late =
                dates.relativeDue(step.dueAt(), step.officeId()).kind() == jp.banso.calendar.DueText.Kind.overdue;
        return cells(
                step.caseNo(),
                step.displayName(),
                step.kana(),
                Categories.label(step.category()),
                step.name(),
                names.office(step.officeId()),
                step.assignee() == null ? "（" + names.role(step.role()) + "）" : people.nameOf(step.assignee()),
                day(step.createdAt()),
                day(step.dueAt()),
                late ? Reason.valueOf(step.reason()).label() : "");
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime at) {
        return at == null ? null : at.toLocalDate();
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return new ArrayList<>(java.util.Arrays.asList(cells));
    }
}
