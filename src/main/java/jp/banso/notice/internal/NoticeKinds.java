package jp.banso.notice.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import jp.banso.notice.NoticeKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The kinds that the rooms have declared. */
@Component
public class NoticeKinds {

    private final Supplier<List<NoticeKind>> declared;

    NoticeKinds(ObjectProvider<NoticeKind> kinds) {
        this.declared = SingletonSupplier.of(() ->
                kinds.stream().sorted(Comparator.comparing(NoticeKind::code)).toList());
    }

    public List<NoticeKind> all() {
        return declared.get();
    }

    /** Whether everybody is told; also of a kind that no room has declared. */
    public boolean always(String code) {
        return all().stream().filter(kind -> kind.code().equals(code)).allMatch(NoticeKind::always);
    }

    public String name(String code) {
        return all().stream()
                .filter(kind -> kind.code().equals(code))
                .map(NoticeKind::name)
                .findFirst()
                .orElse("知らせ");
    }
}
