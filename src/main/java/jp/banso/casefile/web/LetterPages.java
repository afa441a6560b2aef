package jp.banso.casefile.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.SupportCase;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.print.LetterPaper;
import jp.banso.settings.LetterText;
import jp.banso.settings.Settings;
import jp.banso.settings.SettingsFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Letters to a person, from the municipality's templates, ready to print. */
@Controller
class LetterPages {

    private final CaseFrame frame;
    private final Settings settings;
    private final People people;
    private final LetterPaper paper;
    private final Audit audit;
    private final Clock clock;

    LetterPages(CaseFrame frame, Settings settings, People people, LetterPaper paper, Audit audit, Clock clock) {
        this.frame = frame;
        this.settings = settings;
        this.people = people;
        this.paper = paper;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseNo}/letters/{letter}")
    ResponseEntity<byte[]> print(@PathVariable String caseNo, @PathVariable String letter, Member member) {
        SupportCase c = frame.find(caseNo, member);
        SettingsFile template = settings.files(SettingsFile.LETTERS, c.municipalityId()).stream()
                .filter(file -> file.name().equals(SettingsFile.nameOf("letters." + letter)))
                .findFirst()
                .orElseThrow(NotHere::new);
        audit.viewed(caseNo, "letter " + letter);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(template.title() + "-" + caseNo + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper.pdf(
                        template.value("heading"), LetterText.filled(template.value("body"), known(c, member))));
    }

    private Map<String, String> known(SupportCase c, Member member) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("氏名", c.displayName());
        known.put("ふりがな", c.kana());
        known.put("ケース番号", c.caseNo());
        known.put("今日", JapaneseDate.plain(LocalDate.now(clock)));
        known.put("自治体", member.municipalityName());
        known.put("事業所", people.office(c.officeId()).map(Office::name).orElse(""));
        known.put("担当者", c.owner() == null ? member.displayName() : people.nameOf(c.owner()));
        return known;
    }
}
