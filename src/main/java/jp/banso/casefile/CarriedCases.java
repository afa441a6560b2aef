package jp.banso.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import jp.banso.casefile.internal.CarriedMapper;
import jp.banso.casefile.internal.CaseMapper;
import jp.banso.text.NameKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that were led in an older book before: its people are ours, and its days stay what they were. */
@Service
public class CarriedCases {

    private final CarriedMapper carried;
    private final CaseMapper cases;

    CarriedCases(CarriedMapper carried, CaseMapper cases) {
        this.carried = carried;
        this.cases = cases;
    }

    /**
     * A person whom the register knows already.
     *
     * @param name as registered
     * @param lastOpenedOn when the newest case of the person was opened
     */
    public record Known(String personId, String name, LocalDate lastOpenedOn) {}

    /** The one person of the municipality with this name, however it is written, and this birth date; empty if two share both. */
    @Transactional(readOnly = true)
    public Optional<Known> known(String municipalityId, String name, LocalDate birthDate) {
        var found = carried.known(municipalityId, NameKey.of(name), birthDate);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The day on which a case came to a stage, in place of the day on which it was carried over. */
    @Transactional
    public void entered(String caseNo, Stage stage, LocalDateTime at) {
        if (cases.touchStage(caseNo, stage.name(), at) == 0) {
            cases.enterStage(caseNo, stage.name(), at);
        }
    }

    /**
     * What the older book counted without saying when.
     *
     * @param visits how often someone visited or went along, 0 or more
     * @param budgetConsulted 家計相談 was given
     * @param budgetPlanned 家計プラン was made
     */
    @Transactional
    public void count(String caseNo, int visits, boolean budgetConsulted, boolean budgetPlanned) {
        carried.count(caseNo, visits, budgetConsulted, budgetPlanned);
    }
}
