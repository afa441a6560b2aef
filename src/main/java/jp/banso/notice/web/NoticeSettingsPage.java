package jp.banso.notice.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.banso.notice.Preference;
import jp.banso.notice.Preferences;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the member wants to be told. */
@Controller
class NoticeSettingsPage {

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");

    private final Preferences preferences;
    private final boolean mail;

    NoticeSettingsPage(Preferences preferences, @Value("${banso.mail.enabled:false}") boolean mail) {
        this.preferences = preferences;
        this.mail = mail;
    }

    /** What stands in the form, as it was typed. */
    record Typed(String email, boolean dailyMail, boolean weeklyMail, String quietFrom, String quietTo) {

        static Typed of(Preference kept) {
            return new Typed(
                    kept.email() == null ? "" : kept.email(),
                    kept.dailyMail(),
                    kept.weeklyMail(),
                    kept.quietFrom().toString(),
                    kept.quietTo().toString());
        }
    }

    @GetMapping("/notices/settings")
    ModelAndView show(Member member) {
        Typed kept = Typed.of(preferences.of(member.username()));
        return page(member, kept, preferences.muted(member.username()), Map.of());
    }

    /** @param shown codes of the kinds to show */
    @PostMapping("/notices/settings")
    ModelAndView keep(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "false") boolean dailyMail,
            @RequestParam(defaultValue = "false") boolean weeklyMail,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietTo,
            @RequestParam(required = false) @Nullable List<String> shown,
            Member member,
            RedirectAttributes flash) {
        String address = Normalizer.normalize(email, Normalizer.Form.NFKC).strip();
        Typed typed = new Typed(address, dailyMail, weeklyMail, quietFrom, quietTo);
        Map<String, String> errors = new LinkedHashMap<>();
        if (address.isEmpty() && (dailyMail || weeklyMail)) {
            errors.put("email", "メールを受け取るには、メールアドレスを書いてください。");
        } else if (!address.isEmpty()
                && (address.length() > LONGEST_ADDRESS
                        || !ADDRESS.matcher(address).matches())) {
            errors.put("email", "メールアドレスの形になっていません。例：yuka.saeki@city.example.jp");
        }
        LocalTime from = time("quietFrom", quietFrom, errors);
        LocalTime to = time("quietTo", quietTo, errors);
        List<String> wanted = shown == null ? List.of() : shown;
        List<String> muted = preferences.kinds().stream()
                .map(kind -> kind.code())
                .filter(code -> !wanted.contains(code))
                .toList();
        if (!errors.isEmpty() || from == null || to == null) {
            ModelAndView page = page(member, typed, Set.copyOf(muted), errors);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        preferences.keep(
                new Preference(
                        member.username(),
                        address.isEmpty() ? null : address,
                        dailyMail,
                        leads(member) && weeklyMail,
                        from,
                        to),
                muted);
        flash.addFlashAttribute("saved", "知らせの受け取り方を決めました");
        return new ModelAndView("redirect:/notices/settings");
    }

    private ModelAndView page(Member member, Typed typed, Set<String> muted, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("notice/settings");
        page.addObject("typed", typed);
        page.addObject("kinds", preferences.kinds());
        page.addObject("muted", muted);
        page.addObject("leads", leads(member));
        page.addObject("mail", mail);
        page.addObject("errors", errors);
        return page;
    }

    private static boolean leads(Member member) {
        return member.memberships().stream().map(Membership::role).anyMatch(Roles::leads);
    }

    private static @Nullable LocalTime time(String field, String text, Map<String, String> errors) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replace('時', ':')
                .replace("分", "");
        String[] parts = plain.split(":", -1);
        try {
            if (parts.length == 2) {
                return LocalTime.of(Integer.parseInt(parts[0]), parts[1].isEmpty() ? 0 : Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException | DateTimeException notATime) {
            // told below
        }
        errors.put(field, "時刻は 19:00 のように書いてください。");
        return null;
    }
}
