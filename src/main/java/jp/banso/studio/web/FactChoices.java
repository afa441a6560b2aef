package jp.banso.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.banso.processengine.ModelCheck;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelMap;
import jp.banso.studio.DraftRehearsal.Ground;
import jp.banso.studio.web.FactNames.Fact;
import jp.banso.studio.web.FactNames.Option;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Which facts somebody who records a path can choose: those of the step's form, and those that rooms tell besides. */
@Component
class FactChoices {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|&#39;[^&]*&#39;");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])([a-z][A-Za-z0-9]*)(?!\\w)(?!\\s*[(.])");
    private static final Pattern DATE_OF = Pattern.compile("\\b(?:dueBefore|dueFrom)\\(\\s*([a-z][A-Za-z0-9]*)");
    private static final Pattern EQUALS = Pattern.compile("([a-z][A-Za-z0-9]*)\\s*==\\s*'([^']*)'");
    private static final Pattern CALLED = Pattern.compile("calledElement=\"([^\"]+)\"");
    private static final Pattern HANDED_BACK = Pattern.compile("<camunda:out source=\"([^\"]+)\"");
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "empty", "true", "false", "null", "eq", "ne", "execution");
    private static final Set<String> SET_BY_THE_START = Set.of("caseNo", "officeId", "municipalityId");

    private final ModelCheck check;

    FactChoices(ModelCheck check) {
        this.check = check;
    }

    /** Of a step: what its form asks, then what rooms tell when it is answered and a table of the process looks at. */
    List<Fact> ofStep(String place, Ground ground) {
        var point = ground.map().find(place).orElse(null);
        var process = ground.map().processes().get(ModelMap.process(place));
        if (point == null || process == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(FactNames.of(ground.models().stream()
                .filter(file -> file.name().endsWith("/" + point.form() + ".form"))
                .map(FactChoices::text)
                .toList()));
        Set<String> rooms = rooms();
        tables(process, ground).stream()
                .filter(fact -> rooms.contains(fact.name()))
                .forEach(facts::add);
        return facts;
    }

    /** Of a message: what rooms send along and a branch of the process, or of one that calls it, looks at. */
    List<Fact> ofMessage(String place, Ground ground) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        String key = ModelMap.process(place);
        Set<String> rooms = rooms();
        for (var process : ground.map().processes().values()) {
            Set<String> looksAt = process.key().equals(key) ? rooms : handedBack(key, process);
            compared(process).stream()
                    .filter(fact -> rooms.contains(fact.name()) && looksAt.contains(fact.name()))
                    .forEach(fact -> facts.putIfAbsent(fact.name(), fact));
        }
        return List.copyOf(facts.values());
    }

    /** What a caller takes over from the called process. */
    private static Set<String> handedBack(String called, ModelMap.Process caller) {
        Set<String> facts = new HashSet<>();
        for (String call : caller.xml().split("<(?:\\w+:)?callActivity\\b")) {
            if (call.contains("calledElement=\"" + called + "\"")) {
                HANDED_BACK
                        .matcher(call.split("</(?:\\w+:)?callActivity>")[0])
                        .results()
                        .forEach(found -> facts.add(found.group(1)));
            }
        }
        return facts;
    }

    /** Of the start: what the process looks at and nothing in it tells. */
    List<Fact> ofStart(String key, Ground ground) {
        var process = ground.map().processes().get(key);
        if (process == null) {
            return List.of();
        }
        Set<String> told = told(process, ground, new HashSet<>());
        told.addAll(SET_BY_THE_START);
        told.addAll(check.roomFacts().stream()
                .filter(fact -> !process.xml().contains("(" + fact))
                .toList());
        Map<String, Fact> facts = new LinkedHashMap<>();
        compared(process).forEach(fact -> facts.putIfAbsent(fact.name(), fact));
        tables(process, ground).forEach(fact -> facts.putIfAbsent(fact.name(), fact));
        DATE_OF.matcher(process.xml())
                .results()
                .map(found -> found.group(1))
                .forEach(name -> facts.putIfAbsent(name, new Fact(name, label(name), "datetime", List.of())));
        asked(process).forEach(name -> facts.putIfAbsent(name, new Fact(name, label(name), "text", List.of())));
        facts.keySet().removeAll(told);
        return List.copyOf(facts.values());
    }

    private static String label(String name) {
        return switch (name) {
            case "meetingDate" -> "会議の日";
            case "interviewDate" -> "面接の日";
            default -> "値「" + name + "」";
        };
    }

    private Set<String> rooms() {
        Set<String> rooms = new HashSet<>(check.roomFacts());
        rooms.removeAll(SET_BY_THE_START);
        return rooms;
    }

    private static Set<String> asked(ModelMap.Process process) {
        Set<String> asked = new LinkedHashSet<>();
        EXPRESSION.matcher(process.xml()).results().map(found -> found.group(1)).forEach(text -> NAME.matcher(
                        QUOTED.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .forEach(asked::add));
        return asked;
    }

    private Set<String> told(ModelMap.Process process, Ground ground, Set<String> seen) {
        Set<String> told = new HashSet<>();
        if (!seen.add(process.key())) {
            return told;
        }
        process.points().values().forEach(point -> told.addAll(point.facts()));
        ModelTags.of(process.xml()).forEach(tag -> {
            told.add(tag.attribute("camunda:resultVariable"));
            told.add(tag.attribute("camunda:elementVariable"));
            if (tag.name().equals("out")) {
                told.add(tag.attribute("target"));
            }
            String bean = tag.attribute("camunda:delegateExpression").replaceAll("[^A-Za-z0-9_]", "");
            told.add(bean);
            told.addAll(check.stepFacts().getOrDefault(bean, Set.of()));
        });
        CALLED.matcher(process.xml()).results().map(found -> found.group(1)).forEach(called -> {
            var other = ground.map().processes().get(called);
            if (other != null) {
                told.addAll(told(other, ground, seen));
            }
        });
        return told;
    }

    /** Facts that branches compare with something, with the names of the flows as answers. */
    private static List<Fact> compared(ModelMap.Process process) {
        Map<String, List<Option>> options = new LinkedHashMap<>();
        process.ways().values().forEach(way -> EQUALS.matcher(way.condition())
                .results()
                .forEach(found -> options.computeIfAbsent(found.group(1), name -> new ArrayList<>())
                        .add(new Option(found.group(2), way.name().isEmpty() ? found.group(2) : way.name()))));
        List<Fact> facts = new ArrayList<>();
        options.forEach((name, answers) -> facts.add(new Fact(name, question(process, name), "select", answers)));
        return facts;
    }

    private static String question(ModelMap.Process process, String fact) {
        return process.ways().values().stream()
                .filter(way -> way.condition().contains(fact))
                .map(way -> process.points().get(way.from()))
                .filter(point -> point != null && !point.name().isEmpty())
                .map(ModelMap.Point::name)
                .findFirst()
                .orElse(label(fact));
    }

    /** What the tables of a process look at, each with the answers that stand in its column. */
    private static List<Fact> tables(ModelMap.Process process, Ground ground) {
        return ground.models().stream()
                .filter(file -> file.name().endsWith(".dmn"))
                .filter(file ->
                        jp.banso.processengine.ModelNames.keys(file).stream().anyMatch(process.decisions()::contains))
                .flatMap(file -> columns(text(file)).stream())
                .toList();
    }

    private static List<Fact> columns(String xml) {
        List<Fact> facts = new ArrayList<>();
        var inputs = Pattern.compile(
                        "<input [^>]*label=\"([^\"]*)\"[^>]*>.*?<text>\\s*([A-Za-z]\\w*)\\s*</text>", Pattern.DOTALL)
                .matcher(xml)
                .results()
                .toList();
        var rules = Pattern.compile("<rule .*?</rule>", Pattern.DOTALL)
                .matcher(xml)
                .results()
                .map(MatchResult::group)
                .toList();
        for (int column = 0; column < inputs.size(); column++) {
            Set<String> answers = new LinkedHashSet<>();
            for (String rule : rules) {
                var cells = Pattern.compile("<inputEntry.*?</inputEntry>", Pattern.DOTALL)
                        .matcher(rule)
                        .results()
                        .map(MatchResult::group)
                        .toList();
                if (column < cells.size()) {
                    Pattern.compile("\"([^\"]{1,60})\"")
                            .matcher(HtmlUtils.htmlUnescape(cells.get(column)).replaceAll("<[^>]*>", ""))
                            .results()
                            .forEach(found -> answers.add(found.group(1)));
                }
            }
            facts.add(new Fact(
                    inputs.get(column).group(2),
                    inputs.get(column).group(1),
                    answers.isEmpty() ? "number" : "select",
                    answers.stream().map(each -> new Option(each, plain(each))).toList()));
        }
        return facts;
    }

    private static String plain(String answer) {
        return answer.equals("yes") ? "はい" : answer.equals("no") ? "いいえ" : answer;
    }

    private static String text(ModelFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
