package jp.banso.audit.internal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.banso.audit.Audit;
import jp.banso.audit.AuditEntry;
import jp.banso.audit.AuditTrail;
import jp.banso.people.AccessEvent;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes the audit. A change is written in the transaction that makes it: both are there or neither. A refusal is
 * written in a transaction of its own, because what was refused is rolled back.
 */
@Component
public class AuditLog implements Audit, AuditTrail {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST_DETAIL = 500;
    private static final int LONGEST_ACTION = 60;
    private static final int LONGEST_NAMES = 200;

    private final AuditMapper mapper;
    private final People people;
    private final ObjectProvider<Clock> clock;
    private final TransactionTemplate apart;

    AuditLog(AuditMapper mapper, People people, ObjectProvider<Clock> clock, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.people = people;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void viewed(String caseNo, String what) {
        AuditEntry entry = entry("view", "view", caseNo, what, current());
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            apart.executeWithoutResult(status -> mapper.insert(entry));
        } else {
            mapper.insert(entry);
        }
    }

    @Override
    public void changed(@Nullable String caseNo, String action, String detail) {
        mapper.insert(entry("change", action, caseNo, detail, current()));
    }

    @Override
    public void security(@Nullable String username, String action, String detail) {
        Member who = username == null ? current() : people.find(username).orElse(null);
        AuditEntry entry = entry("security", action, null, detail, who);
        apart.executeWithoutResult(status -> mapper.insert(entry));
    }

    @EventListener
    void on(AccessEvent event) {
        security(event.username(), event.action(), event.detail());
    }

    @Override
    public List<AuditEntry> ofCase(String municipalityId, String caseNo, int limit) {
        return find(new AuditQuery(municipalityId, caseNo, null, null, null, null, null, null, limit));
    }

    /** What a query finds, newest first. */
    public List<AuditEntry> find(AuditQuery query) {
        return mapper.select(query);
    }

    private AuditEntry entry(String kind, String action, @Nullable String caseNo, String detail, @Nullable Member who) {
        LocalDateTime now = LocalDateTime.now(clock.getIfAvailable(Clock::systemDefaultZone));
        return new AuditEntry(
                RowId.next(),
                now.truncatedTo(ChronoUnit.MILLIS),
                kind,
                oneLine(action, LONGEST_ACTION),
                who == null ? null : who.username(),
                who == null ? null : who.displayName(),
                who == null ? null : roles(who),
                who == null ? null : offices(who),
                who == null ? null : who.municipalityId(),
                caseNo,
                oneLine(detail, LONGEST_DETAIL),
                address(),
                MDC.get("requestId"));
    }

    private static @Nullable Member current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Member member ? member : null;
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest().getRemoteAddr()
                : null;
    }

    private static String roles(Member who) {
        return oneLine(String.join("・", who.roleNames()), LONGEST_NAMES);
    }

    private static String offices(Member who) {
        String names = who.memberships().stream()
                .map(Membership::officeName)
                .distinct()
                .collect(Collectors.joining("・"));
        return oneLine(names, LONGEST_NAMES);
    }

    /** Without control characters, so that nobody can write a second line into a log or a file. */
    private static String oneLine(String text, int longest) {
        String line = CONTROL.matcher(text).replaceAll(" ").strip();
        return line.length() <= longest ? line : line.substring(0, longest);
    }
}
