package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.banso.processengine.internal.ShippedModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The product's own models with bytes, lines or attributes lost, doubled or swapped: the check always has an answer, soon. */
@SeamTest
class MutatedModelsTest {

    private static final int ROUNDS = 250;
    private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w:]+=\"[^\"]*\"");
    private static final List<ModelFile> SHIPPED = ShippedModels.read();

    @Autowired
    ModelCheck check;

    @BeforeAll
    static void everythingIsRead(@Autowired ModelCheck check) {
        check.check(SHIPPED);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, ROUNDS).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isAnsweredSoonAndNeverThrown(int seed) {
        var random = new Random(seed);
        var file = mutated(SHIPPED.get(random.nextInt(SHIPPED.size())), random);
        var begun = System.nanoTime();
        var findings = check.check(List.of(file), seed % 10 == 0 ? SHIPPED : List.of());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file.name());
            assertThat(finding.line()).isPositive();
            assertThat(finding.message())
                    .doesNotContain("検査できませんでした")
                    .doesNotContain("読み終わりませんでした")
                    .endsWith("。");
        });
    }

    @Test
    void theModelsAsTheyAreAreThereToBeMutated() {
        assertThat(SHIPPED).hasSizeGreaterThan(60);
    }

    private static ModelFile mutated(ModelFile file, Random random) {
        var bytes = file.bytes();
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes = switch (random.nextInt(6)) {
                case 0 -> otherBytes(bytes, random);
                case 1 -> lostBytes(bytes, random);
                case 2 -> lines(bytes, random, List::remove);
                case 3 -> lines(bytes, random, (lines, at) -> lines.add(at, lines.get(at)));
                case 4 ->
                    lines(bytes, random, (lines, at) -> Collections.swap(lines, at, random.nextInt(lines.size())));
                default -> attributes(bytes, random);
            };
        }
        return new ModelFile(file.name(), bytes);
    }

    private static byte[] otherBytes(byte[] bytes, Random random) {
        var other = bytes.clone();
        for (int i = 0; i <= random.nextInt(5); i++) {
            other[random.nextInt(other.length)] = (byte) random.nextInt(256);
        }
        return other;
    }

    private static byte[] lostBytes(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
        var rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest.length == 0 ? bytes : rest;
    }

    private interface LineChange {
        void at(List<String> lines, int line);
    }

    private static byte[] lines(byte[] bytes, Random random, LineChange change) {
        var lines = new ArrayList<>(
                new String(bytes, StandardCharsets.UTF_8).lines().toList());
        for (int i = 0; i <= random.nextInt(4) && lines.size() > 1; i++) {
            change.at(lines, random.nextInt(lines.size()));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes an attribute away, or gives one the value of another. */
    private static byte[] attributes(byte[] bytes, Random random) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var found = ATTRIBUTE.matcher(text).results().toList();
        if (found.isEmpty()) {
            return otherBytes(bytes, random);
        }
        var one = found.get(random.nextInt(found.size()));
        var other = found.get(random.nextInt(found.size())).group();
        var name = one.group().substring(0, one.group().indexOf('='));
        var changed = random.nextBoolean() ? "" : name + other.substring(other.indexOf('='));
        return (text.substring(0, one.start()) + changed + text.substring(one.end())).getBytes(StandardCharsets.UTF_8);
    }
}
