package jp.banso.people.web;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import jp.banso.people.Office;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.RoleBook;
import jp.banso.people.Roles;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new member, as typed.
 *
 * @param post first office and role, as {@code role@officeId}
 */
record NewMember(@Nullable String username, @Nullable String displayName, @Nullable String post) {

    private static final int LONGEST_NAME = 100;

    NewMember normal() {
        String user = Normalizer.normalize(text(username), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new NewMember(user, text(displayName), text(post));
    }

    /** Field to sentence. */
    Map<String, String> errors(Predicate<String> taken) {
        Map<String, String> errors = new LinkedHashMap<>();
        String user = text(username);
        if (user.isEmpty()) {
            errors.put("username", "職員番号を書いてください。");
        } else if (!PeopleAdmin.isUsername(user) || user.equals("new")) {
            errors.put("username", "職員番号は、半角の英字・数字・点・ハイフンで、2～50文字にしてください。");
        } else if (taken.test(user)) {
            errors.put("username", "この職員番号は、もう使われています。");
        }
        String name = text(displayName);
        if (name.isEmpty()) {
            errors.put("displayName", "氏名を書いてください。");
        } else if (name.length() > LONGEST_NAME) {
            errors.put("displayName", "氏名は100文字までにしてください。");
        }
        return errors;
    }

    /** The chosen role in one of these offices; null when it is none of theirs. */
    @Nullable
    Post post(List<Office> offices, RoleBook roles) {
        return offices.stream()
                .flatMap(office -> postsOf(office, roles).stream())
                .filter(choice -> (choice.role() + "@" + choice.officeId()).equals(text(post)))
                .findFirst()
                .orElse(null);
    }

    /** The roles that an office of its kind can give. */
    static List<Post> postsOf(Office office, RoleBook roles) {
        return roles.all().stream()
                .filter(role -> Roles.officeKind(role).equals(office.kind()))
                .map(role -> new Post(office.officeId(), office.name(), role, roles.name(role)))
                .toList();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
