package jp.banso.console.web;

import java.util.ArrayList;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.web.security.AccessMatrix;
import org.springframework.stereotype.Component;

/** Which of the web apps a member may open, as the access matrix says. */
@Component
class ConsoleApps {

    static final List<String> ALL = List.of("tasklist", "cockpit", "admin");

    private final AccessMatrix matrix;

    ConsoleApps(AccessMatrix matrix) {
        this.matrix = matrix;
    }

    List<String> of(Member member) {
        List<String> apps = new ArrayList<>(ALL);
        apps.removeIf(app -> !matrix.permits(member, "GET", page(app)));
        return apps;
    }

    static String page(String app) {
        return "/camunda/app/" + app + "/default/";
    }
}
