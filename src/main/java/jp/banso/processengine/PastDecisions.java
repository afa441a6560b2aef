package jp.banso.processengine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jp.banso.processengine.internal.check.ModelKeys;
import jp.banso.processengine.internal.check.Node;
import jp.banso.processengine.internal.check.XmlReader;
import jp.banso.processengine.internal.replay.Outcome;
import jp.banso.processengine.internal.replay.OutcomeNames;
import jp.banso.processengine.internal.replay.PastQuestion;
import jp.banso.processengine.internal.replay.PastQuestions;
import jp.banso.processengine.internal.replay.TriedTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks what the engine has asked its decision tables in the past again, of a table that is not in force. */
@Service
public class PastDecisions {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int LIMIT_SECONDS = 30;
    private static final int NAMED = 20;

    private final PastQuestions questions;

    PastDecisions(PastQuestions questions) {
        this.questions = questions;
    }

    /** The decisions in a file that can be asked by themselves. */
    public static Set<String> keys(ModelFile table) {
        return ModelKeys.of(table);
    }

    /**
     * @param table a file that the model check has passed
     * @param key of the decision in it
     * @param models published models and those of the draft, for the names of branches
     * @throws TookTooLong when there is no answer after {@value LIMIT_SECONDS} seconds
     */
    public Replay replay(ModelFile table, String key, String municipalityId, LocalDate since, List<ModelFile> models) {
        var work = new FutureTask<>(() -> answer(table, key, municipalityId, since, models));
        var thread = new Thread(work, "decision-replay");
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            throw new TookTooLong();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The past is too long, or the table too slow. */
    public static final class TookTooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private Replay answer(ModelFile table, String key, String municipalityId, LocalDate since, List<ModelFile> models) {
        Node read = node(table);
        var tried = new TriedTable(table, read, key);
        Date from = Date.from(since.atStartOfDay(TOKYO).toInstant());
        List<PastQuestion> past = questions.of(key, municipalityId, from, tried.facts());
        var ways = new HashMap<List<Outcome>, List<@Nullable String>>();
        int same = 0;
        int unknown = 0;
        Set<String> missing = new TreeSet<>();
        for (PastQuestion question : past) {
            Set<String> lacking = tried.missing(question.facts().keySet());
            Outcome now = lacking.isEmpty() ? tried.ask(question.facts()) : Outcome.OVERLAP;
            if (!lacking.isEmpty()) {
                unknown++;
                missing.addAll(lacking);
            } else if (now.equals(question.outcome())) {
                same++;
            } else {
                ways.computeIfAbsent(List.of(question.outcome(), now), pair -> new ArrayList<>())
                        .add(question.caseNo());
            }
        }
        var names = new OutcomeNames(key, tables(read, key, models), ending(models, ".bpmn"));
        return new Replay(
                key,
                title(read, key),
                since,
                past.size(),
                same,
                ways(ways, names),
                unknown,
                List.copyOf(missing),
                past.size() >= PastQuestions.MOST);
    }

    private static List<Replay.Way> ways(Map<List<Outcome>, List<@Nullable String>> ways, OutcomeNames names) {
        Map<List<String>, List<String>> named = new TreeMap<>(java.util.Comparator.comparing(String::valueOf));
        Map<List<String>, Integer> times = new HashMap<>();
        ways.forEach((pair, cases) -> {
            var words = List.of(names.name(pair.get(0)), names.name(pair.get(1)));
            times.merge(words, cases.size(), Integer::sum);
            cases.stream().filter(caseNo -> caseNo != null).distinct().forEach(caseNo -> named.computeIfAbsent(
                            words, w -> new ArrayList<>())
                    .add(caseNo));
        });
        return times.entrySet().stream()
                .map(e -> new Replay.Way(
                        e.getKey().get(0),
                        e.getKey().get(1),
                        e.getValue(),
                        named.getOrDefault(e.getKey(), List.of()).stream()
                                .sorted()
                                .limit(NAMED)
                                .toList()))
                .sorted(java.util.Comparator.comparing((Replay.Way way) -> -way.times())
                        .thenComparing(Replay.Way::before)
                        .thenComparing(Replay.Way::after))
                .toList();
    }

    private static List<Node> tables(Node tried, String key, List<ModelFile> models) {
        List<Node> tables = new ArrayList<>(List.of(tried));
        tables.addAll(ending(models, ".dmn").stream()
                .filter(each -> each.all("decision")
                        .anyMatch(decision -> decision.attribute("id").equals(key)))
                .toList());
        return tables;
    }

    private static List<Node> ending(List<ModelFile> models, String ending) {
        return models.stream()
                .filter(file -> file.name().endsWith(ending))
                .map(PastDecisions::node)
                .collect(Collectors.toList());
    }

    private static Node node(ModelFile file) {
        try {
            return XmlReader.read(file.bytes());
        } catch (XmlReader.Unreadable e) {
            throw new IllegalArgumentException(file.name(), e);
        }
    }

    private static String title(Node definitions, String key) {
        return definitions
                .all("decision")
                .filter(decision -> decision.attribute("id").equals(key))
                .map(decision -> decision.attribute("name"))
                .findFirst()
                .orElse(key);
    }
}
