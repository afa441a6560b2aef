package jp.banso.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.banso.people.AccessEvent;
import jp.banso.people.Member;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.internal.Directory;
import jp.banso.people.internal.MemberSessions;
import jp.banso.people.internal.PasswordRule;
import jp.banso.people.internal.Passwords;
import jp.banso.people.web.security.MemberAuthentication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own page: who I am here, where I am signed in, my password, the way out. */
@Controller
class MePage {

    private final MemberSessions sessions;
    private final Directory directory;
    private final Passwords passwords;
    private final PasswordRule rule;
    private final PeopleAdmin admin;
    private final ApplicationEventPublisher events;

    MePage(
            MemberSessions sessions,
            Directory directory,
            Passwords passwords,
            PasswordRule rule,
            PeopleAdmin admin,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.directory = directory;
        this.passwords = passwords;
        this.rule = rule;
        this.admin = admin;
        this.events = events;
    }

    @GetMapping("/me")
    String me(Member member, HttpServletRequest request, Model model) {
        fill(member, request, model.asMap());
        return "people/me";
    }

    @PostMapping("/me/sessions/end")
    String endSession(Member member, @RequestParam String session, RedirectAttributes flash) {
        if (sessions.end(member.username(), session)) {
            events.publishEvent(new AccessEvent(member.username(), member.municipalityId(), "session-ended", ""));
        }
        flash.addFlashAttribute("done", "サインインを終わらせました");
        return "redirect:/me";
    }

    @PostMapping("/me/password")
    ModelAndView changePassword(
            Member member,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!passwords.matches(current, directory.passwordHash(member.username()))) {
            errors.put("current", "今のパスワードがちがいます。");
        } else if (current.equals(fresh)) {
            errors.put("fresh", "今と同じパスワードです。ちがうものにしてください。");
        }
        rule.complaint(fresh, member.username()).ifPresent(text -> errors.putIfAbsent("fresh", text));
        if (!errors.isEmpty()) {
            ModelAndView page = new ModelAndView("people/me", HttpStatus.BAD_REQUEST);
            fill(member, request, page.getModel());
            page.addObject("errors", errors);
            return page;
        }
        admin.setPassword(member.username(), fresh, false);
        sessions.endAll(member.username(), request.getSession().getId());
        events.publishEvent(new AccessEvent(member.username(), member.municipalityId(), "password-changed", ""));
        flash.addFlashAttribute("done", "パスワードを変えました");
        return new ModelAndView("redirect:/me");
    }

    private void fill(Member member, HttpServletRequest request, Map<String, Object> model) {
        model.put("member", member);
        model.put("posts", Post.of(member));
        model.put(
                "sessions", sessions.of(member.username(), request.getSession().getId()));
        model.put(
                "mustChange",
                SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication who
                        && who.mustChangePassword());
        model.putIfAbsent("errors", Map.of());
    }
}
