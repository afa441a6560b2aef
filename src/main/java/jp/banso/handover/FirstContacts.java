package jp.banso.handover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.banso.handover.internal.HandoverMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether new workers have spoken with the people whose cases they took over. */
@Service
@Transactional(readOnly = true)
public class FirstContacts {

    private final HandoverMapper mapper;

    FirstContacts(HandoverMapper mapper) {
        this.mapper = mapper;
    }

    /** Missing first contacts of open cases that their receivers still lead, longest overdue first. */
    public List<FirstContact> missing(Collection<String> officeIds, LocalDate today) {
        return officeIds.isEmpty() ? List.of() : mapper.missingContacts(officeIds, today);
    }

    /** Those of one handover, made or not, in the order of its items. */
    public List<FirstContact> of(Handover handover) {
        return mapper.contactsOf(handover.handoverId());
    }
}
