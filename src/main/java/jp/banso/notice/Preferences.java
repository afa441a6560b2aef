package jp.banso.notice;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.notice.internal.NoticeKinds;
import jp.banso.notice.internal.PreferenceMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How members want to be told. */
@Service
public class Preferences {

    private final PreferenceMapper mapper;
    private final NoticeKinds kinds;
    private final Audit audit;
    private final Clock clock;

    Preferences(PreferenceMapper mapper, NoticeKinds kinds, Audit audit, Clock clock) {
        this.mapper = mapper;
        this.kinds = kinds;
        this.audit = audit;
        this.clock = clock;
    }

    public Preference of(String username) {
        return mapper.find(username).orElseGet(() -> Preference.first(username));
    }

    /** The kinds there are. */
    public List<NoticeKind> kinds() {
        return kinds.all();
    }

    /** Codes of the kinds the member does without. */
    public Set<String> muted(String username) {
        return Set.copyOf(mapper.muted(username));
    }

    /** @param muted kinds to do without; those that nobody may do without are left out */
    @Transactional
    public void keep(Preference preference, Collection<String> muted) {
        var now = LocalDateTime.now(clock);
        if (mapper.update(preference, now) == 0) {
            mapper.insert(preference, now);
        }
        mapper.unmuteAll(preference.username());
        kinds.all().stream()
                .filter(kind -> !kind.always() && muted.contains(kind.code()))
                .forEach(kind -> mapper.mute(preference.username(), kind.code()));
        audit.changed(null, "notice.preferences", "");
    }
}
