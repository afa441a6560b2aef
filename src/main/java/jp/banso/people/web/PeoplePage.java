package jp.banso.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.people.AccessEvent;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.internal.Account;
import jp.banso.people.internal.Directory;
import jp.banso.people.internal.MemberSessions;
import jp.banso.people.internal.Passwords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts of the system administrator's own municipality. */
@Controller
@RequestMapping("/people")
class PeoplePage {

    /** One line of the list. */
    record Line(String username, String displayName, boolean active, List<Post> posts) {

        static Line of(Account account) {
            Member m = account.member();
            return new Line(m.username(), m.displayName(), account.active(), Post.of(m));
        }
    }

    private final Directory directory;
    private final PeopleAdmin admin;
    private final Passwords passwords;
    private final MemberSessions sessions;
    private final ApplicationEventPublisher events;

    PeoplePage(
            Directory directory,
            PeopleAdmin admin,
            Passwords passwords,
            MemberSessions sessions,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.admin = admin;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
    }

    @GetMapping
    String list(Member me, Model model) {
        List<Line> lines =
                directory.accountsOf(me.municipalityId()).stream().map(Line::of).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("active", lines.stream().filter(Line::active).count());
        return "people/list";
    }

    @GetMapping("/new")
    String form(Member me, Model model) {
        model.addAllAttributes(choices(me));
        model.addAttribute("form", new NewMember("", "", ""));
        model.addAttribute("errors", Map.of());
        return "people/new";
    }

    /** Shows the initial password in the answer itself, once; it is kept nowhere. */
    @PostMapping
    ModelAndView create(Member me, NewMember typed) {
        NewMember form = typed.normal();
        Map<String, String> errors = form.errors(name -> directory.account(name).isPresent());
        Post post = form.post(directory.offices(me.municipalityId(), null), directory.roles(me.municipalityId()));
        if (post == null) {
            errors.put("post", "所属と役割を選んでください。");
        }
        if (post == null || !errors.isEmpty()) {
            ModelAndView page = new ModelAndView("people/new", HttpStatus.BAD_REQUEST);
            page.addAllObjects(choices(me));
            page.addObject("form", form);
            page.addObject("errors", errors);
            return page;
        }
        String initial = passwords.initial();
        admin.createUserWithInitialPassword(form.username(), form.displayName(), me.municipalityId(), initial);
        admin.grantRole(form.username(), post.officeId(), post.role());
        tell(me, "user-added", form.username() + " " + post.role() + "@" + post.officeId());
        return shown(form.username(), form.displayName(), initial);
    }

    @GetMapping("/{username}")
    String one(Member me, @PathVariable String username, HttpServletRequest request, Model model) {
        Account account = mine(me, username);
        model.addAllAttributes(choices(me));
        model.addAttribute("line", Line.of(account));
        model.addAttribute("self", me.username().equals(username));
        model.addAttribute(
                "sessions", sessions.of(username, request.getSession().getId()));
        return "people/one";
    }

    @PostMapping("/{username}/roles")
    String grant(Member me, @PathVariable String username, @RequestParam String post, RedirectAttributes flash) {
        mine(me, username);
        Post wanted = new NewMember("", "", post)
                .post(directory.offices(me.municipalityId(), null), directory.roles(me.municipalityId()));
        if (wanted == null) {
            flash.addFlashAttribute("refused", "所属と役割を選んでください。");
            return "redirect:/people/" + username;
        }
        admin.grantRole(username, wanted.officeId(), wanted.role());
        tell(me, "role-granted", username + " " + wanted.role() + "@" + wanted.officeId());
        flash.addFlashAttribute("done", wanted.officeName() + "の" + wanted.roleName() + "にしました");
        return "redirect:/people/" + username;
    }

    @PostMapping("/{username}/roles/remove")
    String remove(
            Member me,
            @PathVariable String username,
            @RequestParam String officeId,
            @RequestParam String role,
            RedirectAttributes flash) {
        mine(me, username);
        if (me.username().equals(username) && role.equals("system-admin")) {
            flash.addFlashAttribute("refused", "自分のシステム管理者の役割は外せません。ほかのシステム管理者に頼んでください。");
            return "redirect:/people/" + username;
        }
        admin.removeRole(username, officeId, role);
        tell(me, "role-removed", username + " " + role + "@" + officeId);
        flash.addFlashAttribute("done", directory.roles(me.municipalityId()).name(role) + "の役割を外しました");
        return "redirect:/people/" + username;
    }

    @PostMapping("/{username}/active")
    String active(Member me, @PathVariable String username, @RequestParam boolean active, RedirectAttributes flash) {
        Account account = mine(me, username);
        if (me.username().equals(username)) {
            flash.addFlashAttribute("refused", "自分の利用は止められません。ほかのシステム管理者に頼んでください。");
            return "redirect:/people/" + username;
        }
        admin.setActive(username, active);
        if (!active) {
            sessions.endAll(username, null);
        }
        tell(me, active ? "user-enabled" : "user-disabled", username);
        String name = account.member().displayName();
        flash.addFlashAttribute("done", name + (active ? "さんの利用を再開しました" : "さんの利用を止めました"));
        return "redirect:/people/" + username;
    }

    @PostMapping("/{username}/sessions/end")
    String endSessions(Member me, @PathVariable String username, HttpServletRequest request, RedirectAttributes flash) {
        mine(me, username);
        int count = sessions.endAll(username, request.getSession().getId());
        tell(me, "sessions-ended", username);
        flash.addFlashAttribute("done", count + "か所のサインインを終わらせました");
        return "redirect:/people/" + username;
    }

    /** A new initial password; whoever was signed in with the old one is signed out. */
    @PostMapping("/{username}/password")
    ModelAndView newPassword(Member me, @PathVariable String username) {
        Account account = mine(me, username);
        String initial = passwords.initial();
        admin.setPassword(username, initial, true);
        sessions.endAll(username, null);
        tell(me, "password-reset", username);
        return shown(username, account.member().displayName(), initial);
    }

    private ModelAndView shown(String username, String displayName, String initial) {
        return new ModelAndView(
                "people/initial", Map.of("username", username, "displayName", displayName, "initial", initial));
    }

    private Account mine(Member me, String username) {
        return directory
                .account(username)
                .filter(account -> account.member().municipalityId().equals(me.municipalityId()))
                .orElseThrow(NotHere::new);
    }

    private Map<String, Object> choices(Member me) {
        Map<String, List<Post>> byOffice = new LinkedHashMap<>();
        directory
                .offices(me.municipalityId(), null)
                .forEach(office ->
                        byOffice.put(office.name(), NewMember.postsOf(office, directory.roles(me.municipalityId()))));
        return Map.of("choices", byOffice);
    }

    private void tell(Member me, String action, String detail) {
        events.publishEvent(new AccessEvent(me.username(), me.municipalityId(), action, detail));
    }
}
