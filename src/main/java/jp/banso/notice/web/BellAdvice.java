package jp.banso.notice.web;

import java.security.Principal;
import jp.banso.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Bell} into the model of every page of a signed-in member. */
@ControllerAdvice
class BellAdvice {

    private final Notices notices;

    BellAdvice(Notices notices) {
        this.notices = notices;
    }

    @ModelAttribute("bell")
    @Nullable
    Bell bell(@Nullable Principal principal) {
        return principal == null ? null : new Bell(notices, principal.getName());
    }
}
