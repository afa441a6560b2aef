package jp.banso.notice.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.notice.NoticeBox;
import jp.banso.notice.NoticeBox.Notice;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the member was told, day by day. */
@Controller
class NoticePages {

    private final NoticeBox box;

    NoticePages(NoticeBox box) {
        this.box = box;
    }

    record Day(LocalDate date, List<Notice> notices) {}

    @GetMapping("/notices")
    String list(@RequestParam(required = false) @Nullable String cursor, Member member, Model model) {
        NoticeBox.Page page = box.page(member, false, cursor);
        Map<LocalDate, List<Notice>> days = new LinkedHashMap<>();
        page.notices()
                .forEach(notice -> days.computeIfAbsent(notice.createdAt().toLocalDate(), day -> new ArrayList<>())
                        .add(notice));
        model.addAttribute(
                "days",
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList());
        model.addAttribute("next", page.next());
        model.addAttribute("first", cursor == null);
        model.addAttribute(
                "newest",
                page.notices().isEmpty() ? null : page.notices().get(0).createdAt());
        return "notice/list";
    }

    @PostMapping("/notices/{noticeId}/open")
    String open(@PathVariable String noticeId, Member member) {
        return "redirect:"
                + box.read(member, noticeId).orElseThrow(NotHere::new).href();
    }

    /** @param upTo when the newest of those came that the member has seen */
    @PostMapping("/notices/read-all")
    String readAll(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime upTo,
            Member member,
            RedirectAttributes flash) {
        box.readAll(member, upTo);
        flash.addFlashAttribute("saved", "すべて既読にしました");
        return "redirect:/notices";
    }
}
