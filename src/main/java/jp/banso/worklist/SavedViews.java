package jp.banso.worklist;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.text.RowId;
import jp.banso.worklist.internal.CommentMapper;
import jp.banso.worklist.internal.CommentMapper.ViewRow;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriUtils;

/** A member's own views of the queue: a name for a set of conditions. */
@Service
public class SavedViews {

    private static final Set<String> KEPT =
            Set.of("view", "step", "process", "role", "office", "category", "q", "words");
    private static final int MOST = 20;
    private static final int LONGEST_QUERY = 1000;
    private static final int LONGEST_NAME = 60;

    private final CommentMapper mapper;
    private final Clock clock;

    SavedViews(CommentMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param query its conditions, as name=value pairs */
    public record SavedView(String id, String name, String query) {}

    public List<SavedView> of(Member member) {
        return mapper.views(member.username()).stream()
                .map(v -> new SavedView(v.viewId(), v.name(), v.query()))
                .toList();
    }

    public void save(Member member, String name, Map<String, String> conditions) {
        String text = name.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > 40) {
            throw new CannotTake("表示の名前は、1文字から40文字で入れてください。");
        }
        if (mapper.views(member.username()).size() >= MOST) {
            throw new CannotTake("保存できる表示は" + MOST + "までです。使わないものを消してください。");
        }
        String kept = written(clean(conditions));
        if (kept.length() > LONGEST_QUERY || text.length() > LONGEST_NAME) {
            throw new CannotTake("条件か名前が長すぎて、保存できません。短くしてください。");
        }
        mapper.insertView(new ViewRow(RowId.next(), member.username(), text, kept, LocalDateTime.now(clock)));
    }

    /** @throws NotHere when the member has no such view */
    public void delete(Member member, String id) {
        if (mapper.deleteView(id, member.username()) == 0) {
            throw new NotHere();
        }
    }

    /**
     * The conditions of one view.
     *
     * @throws NotHere when the member has no such view
     */
    public Map<String, String> conditions(Member member, String id) {
        return of(member).stream()
                .filter(view -> view.id().equals(id))
                .map(view -> parse(view.query()))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private static String written(Map<String, String> conditions) {
        return conditions.entrySet().stream()
                .map(e -> e.getKey() + "=" + UriUtils.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Only the conditions the queue knows, in a fixed order. */
    public static Map<String, String> clean(Map<String, String> query) {
        Map<String, String> kept = new TreeMap<>();
        query.forEach((name, value) -> {
            if (KEPT.contains(name) && !value.isBlank()) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    public static Map<String, String> parse(String query) {
        Map<String, String> all = new TreeMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded(pair.substring(equals + 1)).ifPresent(value -> all.put(pair.substring(0, equals), value));
            }
        }
        return clean(all);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
