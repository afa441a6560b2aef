package jp.banso.ledger.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.casefile.CarriedCases;
import jp.banso.ledger.LedgerImport.Outlook;
import jp.banso.ledger.Problem;
import jp.banso.ledger.internal.ImportMapper.Entry;
import jp.banso.ledger.internal.ImportMapper.LedgerLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges every row of a ledger before any comes in. */
@Component
class Preview {

    private final ImportMapper mapper;
    private final CarriedCases carried;
    private final Periods periods;
    private final Cells cells;

    Preview(ImportMapper mapper, CarriedCases carried, Periods periods, Cells cells) {
        this.mapper = mapper;
        this.carried = carried;
        this.periods = periods;
        this.cells = cells;
    }

    record Judged(List<LedgerLine> lines, Outlook outlook) {}

    /** What is known while the rows are gone through. */
    private final class Pass {

        private final String municipalityId;
        private final LocalDate asOf;
        private final Periods.Known known;
        private final Map<String, Entry> before = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Set<String> persons = new HashSet<>();
        private final Map<String, Integer> open = new LinkedHashMap<>();
        private int returning;
        private int over;

        Pass(String municipalityId, String officeId, LocalDate asOf) {
            this.municipalityId = municipalityId;
            this.asOf = asOf;
            this.known = periods.of(municipalityId);
            mapper.entries(municipalityId, officeId).forEach(entry -> before.put(entry.receivedNo(), entry));
        }

        LedgerLine judge(LedgerTable.Line line, LedgerTable table) {
            var outcome = RowReader.read(line, table.places(), table.header().size(), asOf);
            var problems = new ArrayList<>(outcome.problems());
            var number = outcome.receivedNo();
            var first = number.isEmpty() ? null : numbers.putIfAbsent(number, line.rowNo());
            if (first != null) {
                problems.add(Duplicates.inTheSameFile(number, first));
            }
            var row = outcome.row();
            if (row == null || !problems.isEmpty()) {
                return line(line, "refused", number, problems, null);
            }
            var there = before.get(number);
            if (there != null) {
                var other = Duplicates.problems(row, there);
                return other.isEmpty()
                        ? line(line, "known", number, other, there.caseNo())
                        : line(line, "refused", number, other, null);
            }
            foresee(row);
            return line(line, "ready", number, problems, null);
        }

        private void foresee(LedgerRow row) {
            var birth = row.birthDate();
            if (!persons.add(row.person())
                    || birth != null
                            && carried.known(municipalityId, row.name(), birth).isPresent()) {
                returning++;
            }
            var months = known.of(row.category()).map(Periods.Period::months).orElse(null);
            if (Course.of(row, months, asOf) instanceof Course.Running running) {
                open.merge(running.stage().label(), 1, Integer::sum);
            } else {
                over++;
            }
        }
    }

    Judged judge(LedgerTable table, String municipalityId, String officeId, LocalDate asOf) {
        var pass = new Pass(municipalityId, officeId, asOf);
        var lines = table.lines().stream().map(line -> pass.judge(line, table)).toList();
        return new Judged(lines, new Outlook(table.notices(), pass.returning, pass.open, pass.over));
    }

    private LedgerLine line(
            LedgerTable.Line line, String state, String number, List<Problem> problems, @Nullable String caseNo) {
        return new LedgerLine(line.rowNo(), state, number, cells.write(line.cells()), cells.write(problems), caseNo);
    }
}
