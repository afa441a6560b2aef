package jp.banso.console.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.banso.people.Member;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, for the web apps: whoever signed in to the product. There is no other sign-in. */
@RestController
class ConsoleSession {

    private final ConsoleApps apps;

    ConsoleSession(ConsoleApps apps) {
        this.apps = apps;
    }

    record User(String userId, List<String> authorizedApps) {}

    record Engine(String name) {}

    @GetMapping("/camunda/api/admin/auth/user/default")
    User user(Member member) {
        return new User(member.username(), apps.of(member));
    }

    /** Signs out of the product. */
    @PostMapping("/camunda/api/admin/auth/user/default/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request) throws ServletException {
        request.logout();
    }

    @GetMapping({"/camunda/api/engine/engine", "/camunda/api/engine/engine/"})
    List<Engine> engines() {
        return List.of(new Engine("default"));
    }
}
