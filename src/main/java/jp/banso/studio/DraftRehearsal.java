package jp.banso.studio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelMap;
import jp.banso.processengine.ModelNames;
import jp.banso.processengine.PublishedFiles;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Outcome;
import jp.banso.processengine.Rehearsals;
import jp.banso.processengine.Scenario;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Scenarios of a draft, played on what would be in force if the draft were published. */
@Service
public class DraftRehearsal {

    /** The longest for all scenarios that somebody waits for. */
    public static final Duration ALL = Duration.ofSeconds(60);

    private static final String BROKEN = "点検で直すところがあるので、まだ試せません。先に直してください。";

    private final ModelDrafts drafts;
    private final DraftCheck check;
    private final PublishedFiles published;
    private final Rehearsals rehearsals;
    private final Audit audit;

    DraftRehearsal(ModelDrafts drafts, DraftCheck check, PublishedFiles published, Rehearsals rehearsals, Audit audit) {
        this.drafts = drafts;
        this.check = check;
        this.published = published;
        this.rehearsals = rehearsals;
        this.audit = audit;
    }

    /**
     * What a draft is rehearsed on.
     *
     * @param models what would be in force
     * @param inForce what is in force now
     * @param map the models as nodes and flows
     * @param former those in force as nodes and flows
     * @param scenarios those that come through what the draft changes, by file name
     * @param own names of files that stand in the draft
     * @param rerecorded names of scenarios that the draft changes or brings
     * @param touched keys of the processes that the draft can change
     */
    public record Ground(
            List<ModelFile> models,
            List<ModelFile> inForce,
            ModelMap map,
            ModelMap former,
            Map<String, Scenario> scenarios,
            Set<String> own,
            Set<String> rerecorded,
            Set<String> touched) {

        /** What people call a place, also when the draft has taken it away. */
        public String name(String place) {
            return map.find(place).isPresent() ? map.name(place) : former.name(place);
        }

        public PathChange change(Rehearsal played) {
            return PathChange.of(played, this::name);
        }
    }

    /** @throws NotHere for a draft of another municipality, too */
    public Ground ground(String draftId, Member member) {
        List<DraftFile> files = drafts.files(draftId, member);
        Map<String, ModelFile> all = new LinkedHashMap<>();
        published.models(member.municipalityId()).forEach(file -> all.put(file.name(), file));
        List<ModelFile> before = withoutScenarios(all);
        Set<String> own = new HashSet<>();
        Set<String> rerecorded = new HashSet<>();
        files.forEach(file -> {
            ModelFile former = all.put(file.name(), file.model());
            own.add(file.name());
            if (former == null || !Arrays.equals(former.bytes(), file.model().bytes())) {
                rerecorded.add(file.name());
            }
        });
        List<ModelFile> models = withoutScenarios(all);
        ModelMap map = ModelMap.of(models);
        Set<String> touched = touched(files, map);
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        all.values().stream().filter(file -> Scenario.isScenario(file.name())).forEach(file -> {
            try {
                Scenario scenario = Scenario.read(file.bytes());
                if (own.contains(file.name()) || comesThrough(scenario, touched)) {
                    scenarios.put(file.name(), scenario);
                }
            } catch (Scenario.Unreadable broken) {
                return; // the check of the draft says so
            }
        });
        return new Ground(models, before, map, ModelMap.of(before), scenarios, own, rerecorded, touched);
    }

    private static List<ModelFile> withoutScenarios(Map<String, ModelFile> files) {
        return files.values().stream()
                .filter(file -> !Scenario.isScenario(file.name()))
                .toList();
    }

    private static Set<String> touched(List<DraftFile> files, ModelMap map) {
        Set<String> touched = new HashSet<>();
        for (DraftFile file : files) {
            String[] parts = file.name().split("/");
            String folder = parts.length > 1 ? parts[parts.length - 2] : "";
            if (map.processes().containsKey(folder)) {
                touched.add(folder);
            }
            Set<String> keys = ModelNames.keys(file.model());
            String form = file.kind().equals("form") ? file.shortName().replace(".form", "") : "";
            map.processes().values().stream()
                    .filter(process -> keys.contains(process.key())
                            || process.decisions().stream().anyMatch(keys::contains)
                            || process.points().values().stream().anyMatch(point -> form.equals(point.form())))
                    .forEach(process -> touched.add(process.key()));
        }
        return touched;
    }

    private static boolean comesThrough(Scenario scenario, Set<String> touched) {
        return touched.contains(scenario.process())
                || scenario.path().stream().map(ModelMap::process).anyMatch(touched::contains);
    }

    /** Why nothing can be played now; null when it can. */
    public @Nullable String objection(String draftId, Member member) {
        return check.findings(draftId, member).stream()
                        .anyMatch(
                                each -> each.severity() == Finding.Severity.ERROR && !Scenario.isScenario(each.file()))
                ? BROKEN
                : null;
    }

    /**
     * Plays all scenarios of the draft.
     *
     * @throws DraftRefused when the draft has errors or too many others rehearse
     */
    public List<Rehearsal> playAll(String draftId, Ground ground, Duration limit, Member member) {
        return play(draftId, ground, ground.scenarios(), limit, member);
    }

    /** Plays one of the draft's scenarios. */
    public Rehearsal play(String draftId, Ground ground, String name, Member member) {
        Scenario scenario = ground.scenarios().get(name);
        if (scenario == null) {
            throw new NotHere();
        }
        return play(draftId, ground, name, scenario, member);
    }

    /** Plays what is being recorded. */
    public Rehearsal play(String draftId, Ground ground, String name, Scenario scenario, Member member) {
        return play(draftId, ground, Map.of(name, scenario), ALL, member).get(0);
    }

    private List<Rehearsal> play(
            String draftId, Ground ground, Map<String, Scenario> scenarios, Duration limit, Member member) {
        String objection = objection(draftId, member);
        if (objection != null) {
            throw new DraftRefused(objection);
        }
        try {
            long began = System.nanoTime();
            List<Rehearsal> played = rehearsals.play(ground.models(), scenarios, limit);
            return sinceInForce(played, ground, limit.minusNanos(System.nanoTime() - began));
        } catch (Rehearsals.Busy busy) {
            throw new DraftRefused(String.valueOf(busy.getMessage()));
        }
    }

    /** What a change before this one has already led elsewhere is not told as new. */
    private List<Rehearsal> sinceInForce(List<Rehearsal> played, Ground ground, Duration limit) {
        Map<String, Scenario> changed = new LinkedHashMap<>();
        played.stream()
                .filter(each -> each.is(Outcome.CHANGED) && !ground.rerecorded().contains(each.name()))
                .forEach(each -> changed.put(each.name(), each.scenario()));
        if (changed.isEmpty() || limit.compareTo(Duration.ZERO) <= 0) {
            return played;
        }
        Map<String, Rehearsal> inForce = new HashMap<>();
        rehearsals.play(ground.inForce(), changed, limit).forEach(each -> inForce.put(each.name(), each));
        return played.stream()
                .map(each -> inForce.containsKey(each.name()) ? each.against(inForce.get(each.name())) : each)
                .toList();
    }

    /**
     * Keeps a recorded scenario in the draft, with the path it takes now.
     *
     * @return the name of its file
     */
    public String save(String draftId, Scenario recorded, Member member) {
        Draft draft = drafts.editable(draftId, member);
        Ground ground = ground(draftId, member);
        Rehearsal played = play(draftId, ground, "new", recorded, member);
        if (played.is(Outcome.STUCK) || played.trouble() != null) {
            throw new DraftRefused("最後まで進めないので、保存できません。%s".formatted(played.trouble()));
        }
        String name = freeName(recorded.process(), ground);
        put(draft, name, recorded.withPath(played.path()), member);
        audit.changed(null, "studio.scenario-kept", draft.title());
        return name;
    }

    private static String freeName(String process, Ground ground) {
        for (int number = 1; ; number++) {
            String name = "processes/%s/scenario-%d%s".formatted(process, number, Scenario.ENDING);
            if (!ground.own().contains(name) && !ground.scenarios().containsKey(name)) {
                return name;
            }
        }
    }

    /** From now on the path that is taken by the draft is the right one. */
    public void accept(String draftId, String name, Member member) {
        Draft draft = drafts.editable(draftId, member);
        Ground ground = ground(draftId, member);
        Rehearsal played = play(draftId, ground, name, member);
        if (played.is(Outcome.STUCK) || played.is(Outcome.NOT_PLAYED)) {
            throw new DraftRefused("止まった道筋は、正しい道筋にできません。%s".formatted(played.trouble()));
        }
        put(draft, name, fitting(played, ground).withPath(played.path()), member);
        audit.changed(null, "studio.scenario-accepted", draft.title());
    }

    /** Without what was skipped because it is gone. */
    private static Scenario fitting(Rehearsal played, Ground ground) {
        Scenario scenario = played.scenario();
        List<Scenario.Event> events = new ArrayList<>(scenario.events());
        events.removeIf(event -> (event.kind() == Scenario.Kind.STEP || event.kind() == Scenario.Kind.UNTIL)
                && ground.map().find(event.at()).isEmpty());
        return new Scenario(
                scenario.title(),
                scenario.process(),
                scenario.startsOn(),
                scenario.given(),
                scenario.told(),
                List.copyOf(events),
                scenario.path());
    }

    private void put(Draft draft, String name, Scenario scenario, Member member) {
        drafts.add(draft.draftId(), List.of(new ModelFile(name, scenario.bytes())), member);
    }
}
