package jp.banso.processengine.internal.move;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.banso.processengine.Verdicts.Kind;
import org.jspecify.annotations.Nullable;

/** Says what a move would mean for a process before the engine is asked. */
public final class Judge {

    private final ModelGraph source;
    private final ModelGraph target;
    private final Ways ways;

    public Judge(ModelGraph source, ModelGraph target, Ways ways) {
        this.source = source;
        this.target = target;
        this.ways = ways;
    }

    /** @param lost activities it stands in that have no place in the target */
    public record Ruling(Kind kind, @Nullable String reason, Set<String> lost) {

        public static Ruling of(Kind kind, @Nullable String reason) {
            return new Ruling(kind, reason, Set.of());
        }
    }

    /** {@link Kind#MOVES} means that nothing speaks against it but the engine. */
    public Ruling rule(RunningCase running) {
        if (isAlike(running.stands())) {
            return Ruling.of(Kind.STAYS, null);
        }
        if (running.suspended()) {
            return Ruling.of(Kind.CANNOT, "止めてある手続です。動かしてから移してください。");
        }
        if (running.failed()) {
            return Ruling.of(Kind.CANNOT, "自動の手順がつまずいたままです。運用の画面でやり直してから移してください。");
        }
        var lost = new LinkedHashSet<String>();
        running.stands().stream().filter(id -> ways.of(id).isEmpty()).forEach(lost::add);
        for (var id : lost) {
            if (ways.choices(id).isEmpty()) {
                return Ruling.of(Kind.CANNOT, "「%s」の代わりになる手順が、移す先の版にありません。".formatted(source.name(id)));
            }
        }
        if (!lost.isEmpty()) {
            return new Ruling(Kind.NEEDS_MAPPING, "「%s」が移す先の版にありません。".formatted(names(lost)), lost);
        }
        return branches(running.stands());
    }

    private boolean isAlike(List<String> stands) {
        return stands.stream().allMatch(id -> target.find(id) != null)
                && Ahead.texts(source, stands).equals(Ahead.texts(target, stands));
    }

    private Ruling branches(List<String> stands) {
        var places = stands.stream().flatMap(id -> ways.of(id).stream()).toList();
        var deadEnd = Branches.deadEnd(target, places);
        if (deadEnd != null && Branches.deadEnd(source, stands) == null) {
            return Ruling.of(Kind.CANNOT, "移す先の版では、並行する手順がそろわず、合流で止まってしまいます。");
        }
        var doubled = Branches.doubled(target, places);
        if (doubled != null && Branches.doubled(source, stands) == null) {
            return Ruling.of(Kind.CANNOT, "移す先の版では、「%s」が二度になってしまいます。".formatted(target.name(doubled)));
        }
        return Ruling.of(Kind.MOVES, null);
    }

    private String names(Set<String> ids) {
        return String.join("」「", ids.stream().map(source::name).toList());
    }
}
