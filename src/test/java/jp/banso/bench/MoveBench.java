package jp.banso.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.banso.bench.WatchedCases.Watched;
import jp.banso.people.Member;
import jp.banso.processengine.ModelDeployment;
import jp.banso.processengine.ModelFile;
import jp.banso.studio.Moves;
import org.camunda.bpm.engine.RuntimeService;

/**
 * 5,000 cases under watch taken to a new version of their model in waves of 10, 100 and all, while ten requests come in
 * each second, some of which do the very steps that are moved. Nothing may be lost and no date may come twice.
 */
final class MoveBench implements Measured {

    private static final int CASES = 5_000;
    private static final int QUIET = 300;
    private static final int TEN = 10;
    private static final long USUAL_MS = 40_000;
    private static final Path MODEL = Path.of("processes/watch-over/watch-over.bpmn");
    private static final Path FORMS = Path.of("forms/watch-over");

    @Override
    public String name() {
        return "migrate-cases";
    }

    @Override
    public List<Integer> sizes(List<Integer> asked) {
        return List.of(OversightBench.SIZE);
    }

    @Override
    public List<Result> measure(World world) throws Exception {
        WatchedCases watch = new WatchedCases(world);
        long started = System.nanoTime();
        List<Watched> cases = watch.open(CASES + 2 * QUIET);
        Bench.say("%,d cases under watch after %.0f s", cases.size(), (System.nanoTime() - started) / 1e9);
        String source = definition(world, cases.get(0));
        String target = publish(world);
        Sampler.Stats engine = Sampler.Stats.of(engine(world, cases.subList(0, QUIET), source, target));

        Moves moves = world.bean(Moves.class);
        Member planner = world.people().find(Town.PLANNER).orElseThrow();
        List<Watched> ours = cases.subList(QUIET, cases.size());
        Map<String, Standing> before = Standing.of(world);
        long looked = System.nanoTime();
        Moves.Begun begun = moves.start(WatchedCases.PROCESS, source, Map.of(), TEN, planner);
        Bench.say("judged and begun after %.1f s", (System.nanoTime() - looked) / 1e9);
        begun.finished().get();
        Sampler.Stats quiet = Sampler.Stats.of(tens(moves, begun.moveId(), planner));

        try (TenASecond load = new TenASecond(world, watch, ours.subList(QUIET, ours.size()))) {
            List<Double> usual = load.pages(USUAL_MS);
            long moving = System.nanoTime();
            load.completesSteps();
            for (int wave : List.of(TEN, 100, Moves.ALL)) {
                moves.nextWave(begun.moveId(), wave, planner).get();
            }
            double seconds = (System.nanoTime() - moving) / 1e9;
            List<Double> meanwhile = load.pages();
            load.ends();
            Standing.nothingLost(world, begun.moveId(), target, before, load.completed());
            Standing.eachDateComesOnce(world, watch, ours);
            Sampler.Stats pages = Sampler.Stats.of(meanwhile);
            String note =
                    "%,d cases in waves of 10, 100 and all in %.0f s beside %d requests (%d steps of moved cases among them, %d refused); nothing lost, no date twice"
                            .formatted(
                                    CASES,
                                    seconds,
                                    load.requests(),
                                    load.completed().size(),
                                    load.refused());
            Bench.say(note);
            return List.of(
                    Result.times(
                            name(),
                            world,
                            quiet,
                            engine,
                            null,
                            "a case, judged, moved and written down, with as long a rest after it; " + note),
                    Result.times(name() + "-page-meanwhile", world, pages, null, null, "the queue's page meanwhile"),
                    Result.times(
                            name() + "-page-alone", world, Sampler.Stats.of(usual), null, null, "the same before"));
        }
    }

    private static String definition(World world, Watched one) {
        return String.valueOf(world.jdbc()
                .queryForObject(
                        "SELECT PROC_DEF_ID_ FROM ACT_RU_EXECUTION WHERE BUSINESS_KEY_ = ? AND PARENT_ID_ IS NULL",
                        String.class,
                        one.caseNo()));
    }

    /** Another name and another deadline for the step in which most of them stand. */
    private static String publish(World world) throws IOException {
        List<ModelFile> files = new ArrayList<>();
        String model = Files.readString(MODEL).replace("見守りの連絡をする", "声をかける").replace("+14日", "+21日");
        files.add(new ModelFile(MODEL.toString(), model.getBytes(StandardCharsets.UTF_8)));
        try (Stream<Path> forms = Files.list(FORMS)) {
            for (Path form : forms.sorted().toList()) {
                files.add(new ModelFile(form.toString(), Files.readAllBytes(form)));
            }
        }
        return world.bean(ModelDeployment.class)
                .publish("bench", "bench", Town.CITY, files)
                .models()
                .get(0)
                .definitionId();
    }

    /** The engine's own way: its migration, one process for each transaction, without a look at what it would break. */
    private static List<Double> engine(World world, List<Watched> cases, String source, String target) {
        RuntimeService runtime = world.bean(RuntimeService.class);
        var plan =
                runtime.createMigrationPlan(source, target).mapEqualActivities().build();
        List<Double> ms = new ArrayList<>();
        for (Watched one : cases) {
            String instance = world.jdbc()
                    .queryForObject(
                            "SELECT ID_ FROM ACT_RU_EXECUTION WHERE BUSINESS_KEY_ = ? AND PARENT_ID_ IS NULL",
                            String.class,
                            one.caseNo());
            long before = System.nanoTime();
            runtime.newMigration(plan).processInstanceIds(instance).execute();
            ms.add((System.nanoTime() - before) / 1e6);
        }
        return ms;
    }

    /** The time of a case in waves of ten; the first wave is over. */
    private static List<Double> tens(Moves moves, String moveId, Member planner) throws Exception {
        List<Double> ms = new ArrayList<>();
        for (int moved = TEN; moved < QUIET; moved += TEN) {
            long before = System.nanoTime();
            moves.nextWave(moveId, TEN, planner).get();
            ms.add((System.nanoTime() - before) / 1e6 / TEN);
        }
        return ms;
    }
}
