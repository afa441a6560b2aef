package jp.banso.people.web;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.people.web.security.Landing;
import jp.banso.people.web.security.MemberAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The door. */
@Controller
class LoginPage {

    private final boolean demo;

    LoginPage(@Value("${banso.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @GetMapping("/login")
    String login(
            @RequestParam Map<String, String> query,
            @SessionAttribute(name = "banso.typed", required = false) @Nullable String typed,
            HttpSession session,
            Model model) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication who) {
            return "redirect:" + Landing.of(who.getPrincipal());
        }
        session.removeAttribute("banso.typed");
        model.addAttribute("wrong", query.containsKey("wrong"));
        model.addAttribute("wait", query.containsKey("wait"));
        model.addAttribute("again", query.containsKey("again"));
        model.addAttribute("out", query.containsKey("out"));
        model.addAttribute("typed", typed);
        model.addAttribute("demo", demo);
        return "people/login";
    }

    @GetMapping("/")
    String home(Member member) {
        return "redirect:" + Landing.of(member);
    }
}
