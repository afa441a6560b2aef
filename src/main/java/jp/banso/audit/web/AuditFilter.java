package jp.banso.audit.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jp.banso.audit.AuditEntry;
import jp.banso.audit.internal.AuditQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The search form of the audit, as typed.
 *
 * @param before last line of the page before: time and id
 */
record AuditFilter(
        @Nullable String caseNo,
        @Nullable String user,
        @Nullable String from,
        @Nullable String to,
        @Nullable String kind,
        @Nullable String before) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-M-d");

    /** Field to sentence. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (text(from) != null && day(from) == null) {
            errors.put("from", "始まりの日は、2026-04-01 のように書いてください。");
        }
        if (text(to) != null && day(to) == null) {
            errors.put("to", "終わりの日は、2026-04-01 のように書いてください。");
        }
        return errors;
    }

    AuditQuery query(String municipalityId, int limit) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        String[] mark =
                text(before) == null ? new String[0] : String.valueOf(before).split("_", 2);
        LocalDateTime beforeAt = mark.length == 2 ? moment(mark[0]) : null;
        String caseText = text(caseNo);
        String userText = text(user);
        return new AuditQuery(
                municipalityId,
                caseText == null ? null : caseText.toUpperCase(Locale.ROOT),
                userText == null ? null : userText.toLowerCase(Locale.ROOT),
                text(kind),
                first == null ? null : first.atStartOfDay(),
                last == null ? null : last.plusDays(1).atStartOfDay(),
                beforeAt,
                beforeAt == null ? null : mark[1],
                limit);
    }

    /** The same search as an address, on another path, going on after {@code last}. */
    String address(String path, @Nullable AuditEntry last) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        add(uri, "caseNo", caseNo);
        add(uri, "user", user);
        add(uri, "from", from);
        add(uri, "to", to);
        add(uri, "kind", kind);
        if (last != null) {
            uri.queryParam("before", last.happenedAt() + "_" + last.auditId());
        }
        return uri.encode().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String typed) {
        String text = text(typed);
        if (text != null) {
            uri.queryParam(name, text);
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        String text = typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        String text = text(typed);
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text.replace('/', '-'), DAY);
            return day == null || day.getYear() < 1 || day.getYear() > 9998 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable LocalDateTime moment(String text) {
        try {
            LocalDateTime moment = LocalDateTime.parse(text);
            return moment.getYear() < 1 || moment.getYear() > 9998 ? null : moment;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
