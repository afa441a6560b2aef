package jp.banso.studio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Outcome;

/**
 * How the path that was taken differs from the one that counts as right.
 *
 * @param sentence the first difference in words, and how many more there are; empty when there is none
 */
public record PathChange(List<Stop> stops, String sentence) {

    private static final int MOST_COMPARED = 4_000_000;

    /** Whether a stop belongs to both paths. */
    public enum Kind {
        SAME,
        LOST,
        NEW
    }

    /** A node on one of the paths, as {@code process/node}. */
    public record Stop(String place, Kind kind) {}

    /** @param name what people call a {@code process/node} */
    public static PathChange of(Rehearsal played, UnaryOperator<String> name) {
        if (played.is(Outcome.NOT_PLAYED)) {
            return new PathChange(List.of(), "");
        }
        var stops = compare(played.scenario().path(), played.path());
        return new PathChange(stops, sentence(stops, name));
    }

    public List<Stop> only(Kind kind) {
        return stops.stream().filter(stop -> stop.kind() == kind).toList();
    }

    private static String sentence(List<Stop> stops, UnaryOperator<String> name) {
        int at = 0;
        while (at < stops.size() && stops.get(at).kind() == Kind.SAME) {
            at++;
        }
        if (at == stops.size()) {
            return "";
        }
        long more = places(stops) - 1;
        return first(stops, at, name) + (more == 0 ? "" : "ほかにも%dか所で変わります。".formatted(more));
    }

    private static long places(List<Stop> stops) {
        return IntStream.range(0, stops.size())
                .filter(at -> stops.get(at).kind() != Kind.SAME)
                .filter(at -> at == 0 || stops.get(at - 1).kind() == Kind.SAME)
                .count();
    }

    private static String first(List<Stop> stops, int at, UnaryOperator<String> name) {
        String after = at == 0
                ? "はじめに、"
                : "「%s」のあと、".formatted(name.apply(stops.get(at - 1).place()));
        Optional<String> lost = next(stops, at, Kind.LOST).map(name);
        Optional<String> now = next(stops, at, Kind.NEW).map(name);
        if (lost.isPresent() && now.isPresent()) {
            return after + "「%s」ではなく「%s」に進みました。".formatted(lost.get(), now.get());
        }
        return lost.map(gone -> after + "「%s」を通らなくなりました。".formatted(gone))
                .orElseGet(() -> after + "「%s」を通るようになりました。".formatted(now.orElse("")));
    }

    /** Among what differs here, before both go on alike. */
    private static Optional<String> next(List<Stop> stops, int from, Kind kind) {
        for (int at = from; at < stops.size() && stops.get(at).kind() != Kind.SAME; at++) {
            if (stops.get(at).kind() == kind) {
                return Optional.of(stops.get(at).place());
            }
        }
        return Optional.empty();
    }

    private static List<Stop> compare(List<String> right, List<String> taken) {
        int head = 0;
        while (head < Math.min(right.size(), taken.size()) && right.get(head).equals(taken.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(right.size(), taken.size()) - head
                && right.get(right.size() - 1 - tail).equals(taken.get(taken.size() - 1 - tail))) {
            tail++;
        }
        List<Stop> stops = new ArrayList<>();
        right.subList(0, head).forEach(place -> stops.add(new Stop(place, Kind.SAME)));
        stops.addAll(middle(right.subList(head, right.size() - tail), taken.subList(head, taken.size() - tail)));
        right.subList(right.size() - tail, right.size()).forEach(place -> stops.add(new Stop(place, Kind.SAME)));
        return List.copyOf(stops);
    }

    /** The longest common part, as it is found for texts. */
    private static List<Stop> middle(List<String> right, List<String> taken) {
        List<Stop> stops = new ArrayList<>();
        if ((long) right.size() * taken.size() > MOST_COMPARED) {
            right.forEach(place -> stops.add(new Stop(place, Kind.LOST)));
            taken.forEach(place -> stops.add(new Stop(place, Kind.NEW)));
            return stops;
        }
        int[][] common = new int[right.size() + 1][taken.size() + 1];
        for (int i = 1; i <= right.size(); i++) {
            for (int j = 1; j <= taken.size(); j++) {
                common[i][j] = right.get(i - 1).equals(taken.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        int i = right.size();
        int j = taken.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && right.get(i - 1).equals(taken.get(j - 1))) {
                stops.add(new Stop(right.get(--i), Kind.SAME));
                j--;
            } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
                stops.add(new Stop(taken.get(--j), Kind.NEW));
            } else {
                stops.add(new Stop(right.get(--i), Kind.LOST));
            }
        }
        Collections.reverse(stops);
        return stops;
    }
}
