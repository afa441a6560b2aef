package jp.banso.handover.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jp.banso.handover.SharingRule;
import jp.banso.handover.internal.Sharing.Portion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingTest {

    private static final List<String> CATEGORIES = List.of("1-1", "1-2", "3", "4");

    /** Whoever got something has at most one more than whoever has least, whatever the loads were before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whereAllMayTakeAllTheLoadsDifferByAtMostOne(long seed) {
        var random = new Random(seed);
        var before = new LinkedHashMap<String, Integer>();
        IntStream.range(0, 2 + random.nextInt(5)).forEach(i -> before.put("r" + i, random.nextInt(20)));
        var portions = portions(random.nextInt(150), List.copyOf(before.keySet()), random);

        var shares = new Sharing(before).share(portions, SharingRule.BALANCE, Map.of());

        var after = after(before, shares);
        var least = Collections.min(after.values());
        assertThat(shares).hasSize(portions.size()).doesNotContainValue(null);
        assertThat(shares.values().stream().distinct())
                .allSatisfy(name ->
                        assertThat(after.get(name)).as("%s of %s", name, after).isLessThanOrEqualTo(least + 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nobodyGetsWhatDoesNotFit(long seed) {
        var random = new Random(seed);
        var before = new LinkedHashMap<>(Map.of("a", 3, "b", 0, "c", 8));
        var portions = new ArrayList<Portion>();
        for (var i = 0; i < 60; i++) {
            var fitting = before.keySet().stream()
                    .filter(name -> random.nextBoolean())
                    .toList();
            portions.add(new Portion(
                    "k" + i, null, 1 + random.nextInt(3), random.nextInt(3), random.nextBoolean(), fitting));
        }

        var shares = new Sharing(before).share(portions, SharingRule.BALANCE, Map.of());

        assertThat(portions).allSatisfy(portion -> {
            var receiver = shares.get(portion.key());
            if (portion.fitting().isEmpty()) {
                assertThat(receiver).isNull();
            } else {
                assertThat(portion.fitting()).contains(receiver);
            }
        });
    }

    /** The one who alone may take something gets nothing besides while others are free. */
    @Test
    void whatOnlyOneMayTakeIsSharedFirst() {
        var before = new LinkedHashMap<>(Map.of("a", 0, "b", 0));
        var portions = List.of(
                new Portion("1", null, 1, 0, false, List.of("a", "b")),
                new Portion("2", null, 1, 0, false, List.of("a", "b")),
                new Portion("3", null, 1, 0, false, List.of("a")),
                new Portion("4", null, 1, 0, false, List.of("a")));

        var shares = new Sharing(before).share(portions, SharingRule.BALANCE, Map.of());

        assertThat(shares).containsEntry("1", "b").containsEntry("2", "b");
    }

    @Test
    void aCategoryGoesToItsReceiverAndTheRestEvensOut() {
        var before = new LinkedHashMap<String, Integer>();
        List.of("a", "b", "c").forEach(name -> before.put(name, 0));
        var portions = portions(90, List.of("a", "b", "c"), new Random(7));

        var shares = new Sharing(before).share(portions, SharingRule.CATEGORY, Map.of("3", "a"));

        assertThat(portions.stream().filter(p -> "3".equals(p.category())))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(shares).containsEntry(p.key(), "a"));
        var after = after(before, shares);
        assertThat(Collections.max(after.values()) - Collections.min(after.values()))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void oneTakesAllThatFits() {
        var before = new LinkedHashMap<>(Map.of("a", 50));
        var portions = List.of(
                new Portion("1", "3", 1, 0, false, List.of("a")), new Portion("2", null, 1, 0, false, List.of()));

        var shares = new Sharing(before).share(portions, SharingRule.ONE, Map.of());

        assertThat(shares).containsEntry("1", "a").containsEntry("2", null);
    }

    /** Even when somebody begins with more cases than the others. */
    @Test
    void casesWithStepsAreSpreadToo() {
        var before = new LinkedHashMap<String, Integer>();
        before.put("a", 9);
        before.put("b", 0);
        before.put("c", 0);
        var portions = IntStream.range(0, 60)
                .mapToObj(i -> new Portion("k" + i, null, 1, i < 24 ? 1 : 0, false, List.of("a", "b", "c")))
                .toList();

        var shares = new Sharing(before).share(portions, SharingRule.BALANCE, Map.of());

        assertThat(before.keySet()).allSatisfy(name -> assertThat(
                        portions.stream().filter(p -> p.steps() > 0 && name.equals(shares.get(p.key()))))
                .hasSize(8));
    }

    @Test
    void whatIsOverdueIsSpreadToo() {
        var before = new LinkedHashMap<String, Integer>();
        List.of("a", "b").forEach(name -> before.put(name, 0));
        var portions = IntStream.range(0, 8)
                .mapToObj(i -> new Portion("k" + i, null, 1, 1, i < 4, List.of("a", "b")))
                .toList();

        var shares = new Sharing(before).share(portions, SharingRule.BALANCE, Map.of());

        assertThat(portions.stream().filter(Portion::overdue).filter(p -> "a".equals(shares.get(p.key()))))
                .hasSize(2);
    }

    private static List<Portion> portions(int count, List<String> fitting, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Portion(
                        "k" + i,
                        CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                        1,
                        0,
                        random.nextBoolean(),
                        fitting))
                .toList();
    }

    private static Map<String, Integer> after(Map<String, Integer> before, Map<String, String> shares) {
        var after = new LinkedHashMap<>(before);
        shares.values().forEach(name -> after.merge(name, 1, Integer::sum));
        return after;
    }
}
