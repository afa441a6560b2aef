package jp.banso.people.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.web.security.AccessMatrix;
import jp.banso.people.web.security.Landing;
import jp.banso.people.web.security.MemberAuthentication;
import jp.banso.people.web.security.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Shell} into the model of every page of a signed-in member. */
@ControllerAdvice
class ShellAdvice {

    private record Place(Shell.Item item, Who who) {}

    private static final List<Place> PLACES = List.of(
            place("worklist", "/worklist", "やること", "i-list", false, "workers"),
            place("cases", "/cases", "ケース", "i-folder", false, "workers"),
            place("intake", "/intake/new", "受付", "i-plus", false, "reception;consultant"),
            place("import", "/intake/import", "台帳", "i-doc", true, "chief-consultant;secretariat"),
            place("meetings", "/meetings", "会議", "i-meeting", false, "staff"),
            place("oversight", "/oversight", "状況", "i-gauge", false, "chief-consultant;inspector;coordinator;manager"),
            place("processes", "/processes", "手順", "i-flow", true, "signed-in"),
            place("studio", "/studio", "手順を変える", "i-pen", true, "process-admin"),
            place("audit", "/audit", "記録", "i-doc", true, "inspector;manager;chief-consultant;system-admin"),
            place("duty", "/duty", "当番", "i-care", true, "admins"),
            place("people", "/people", "人", "i-person", true, "system-admin"));

    private final AccessMatrix access;
    private final boolean demo;

    ShellAdvice(AccessMatrix access, @Value("${banso.demo:false}") boolean demo) {
        this.access = access;
        this.demo = demo;
    }

    /** Error pages do without: they must work when the database does not. */
    @ModelAttribute("shell")
    @Nullable
    Shell shell(HttpServletRequest request) {
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        if (!error && SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication who) {
            return of(who.getPrincipal());
        }
        return null;
    }

    private Shell of(Member member) {
        List<Shell.Item> menu = PLACES.stream()
                .filter(place -> place.who().permits(member))
                .filter(place -> access.permits(member, "GET", place.item().href()))
                .map(Place::item)
                .toList();
        if (menu.stream().allMatch(Shell.Item::deskOnly)) {
            menu = menu.stream().map(Shell.Item::everywhere).toList();
        }
        String role = member.roleNames().stream().findFirst().orElse("役割なし");
        boolean maySearch = access.permits(member, "GET", "/cases");
        return new Shell(
                demo, member.municipalityName(), member.displayName(), role, menu, maySearch, Landing.of(member));
    }

    private static Place place(String id, String href, String label, String icon, boolean deskOnly, String who) {
        return new Place(new Shell.Item(id, href, label, icon, deskOnly), Who.parse(who));
    }
}
