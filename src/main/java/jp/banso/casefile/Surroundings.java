package jp.banso.casefile;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.audit.Audit;
import jp.banso.casefile.internal.AroundMapper;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The household of a person and the agencies around a case. */
@Service
@Transactional
public class Surroundings {

    private final AroundMapper around;
    private final Audit audit;
    private final Clock clock;

    Surroundings(AroundMapper around, Audit audit, Clock clock) {
        this.around = around;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<HouseholdMember> household(SupportCase supportCase) {
        return around.household(supportCase.personId());
    }

    /** Adds someone; the id given is replaced by a new one. */
    public void addHousehold(SupportCase supportCase, HouseholdMember m) {
        required(m.name(), "memberName", "名前");
        required(m.relation(), "relation", "続柄");
        limit(m.relation(), 40, "relation", "続柄");
        limit(m.note(), 300, "note", "メモ");
        var row = new HouseholdMember(newId(), m.name(), m.relation(), m.birthDate(), m.livingTogether(), m.note());
        around.addHousehold(supportCase.personId(), row, LocalDateTime.now(clock));
        audit.changed(supportCase.caseNo(), "household.added", "");
    }

    public void removeHousehold(SupportCase supportCase, String memberId) {
        if (around.removeHousehold(supportCase.personId(), memberId) > 0) {
            audit.changed(supportCase.caseNo(), "household.removed", "");
        }
    }

    @Transactional(readOnly = true)
    public List<SupportAgency> agencies(SupportCase supportCase) {
        return around.agencies(supportCase.caseNo());
    }

    /** Adds an agency; the id given is replaced by a new one. */
    public void addAgency(SupportCase supportCase, SupportAgency a) {
        required(a.name(), "agencyName", "機関の名前");
        limit(a.purpose(), 100, "purpose", "何を支えるか");
        limit(a.contactPerson(), 100, "contactPerson", "担当の人");
        limit(a.phone(), 40, "agencyPhone", "電話");
        var row = new SupportAgency(newId(), a.name(), a.purpose(), a.contactPerson(), a.phone());
        around.addAgency(supportCase.caseNo(), row, LocalDateTime.now(clock));
        audit.changed(supportCase.caseNo(), "agency.added", a.name());
    }

    public void removeAgency(SupportCase supportCase, String agencyId) {
        if (around.removeAgency(supportCase.caseNo(), agencyId) > 0) {
            audit.changed(supportCase.caseNo(), "agency.removed", "");
        }
    }

    private static void required(String value, String field, String label) {
        if (value.isBlank()) {
            throw new CannotStore(field, label + "を書いてください。");
        }
        limit(value, 100, field, label);
    }

    private static void limit(@Nullable String value, int most, String field, String label) {
        if (value != null && value.length() > most) {
            throw new CannotStore(field, "%sは%d字までで書いてください。".formatted(label, most));
        }
    }

    private static String newId() {
        return RowId.next();
    }
}
