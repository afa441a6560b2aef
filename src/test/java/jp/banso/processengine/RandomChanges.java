package jp.banso.processengine;

import static jp.banso.processengine.Drawing.flowXml;
import static jp.banso.processengine.Drawing.taskXml;
import static jp.banso.processengine.Drawing.timer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What an administrator might do to a model, at random. */
final class RandomChanges {

    private static final List<String> STEPS = List.of("a", "b", "c", "f", "g");

    private final Drawing drawing;
    private final Random random;
    private final List<String> done = new ArrayList<>();

    RandomChanges(Drawing drawing, Random random) {
        this.drawing = drawing;
        this.random = random;
    }

    /** Steps in a row, two branches, a sub-process, timers beside a step, on the way and of the whole process. */
    static Drawing base(String key) {
        return new Drawing(key)
                .start("start")
                .task("a", "A")
                .fork("fork")
                .task("b", "B")
                .task("c", "C")
                .put("sub", sub("D", "E"))
                .fork("join")
                .task("f", "F")
                .wait("wait", "timeDuration", "P3D")
                .task("g", "G")
                .end("end")
                .line("start", "a", "fork", "b", "c", "join", "f", "wait", "g", "end")
                .line("fork", "sub", "join")
                .boundary("remind", "f", false, "timeDuration", "P2D")
                .put("watch", watch("P30D"));
    }

    private static String sub(String first, String second) {
        return "<subProcess id='sub'><startEvent id='s'/>" + taskXml("d", first, "consultant", "+5日")
                + taskXml("e", second, "consultant", "+5日") + "<endEvent id='se'/>" + flowXml("s", "d")
                + flowXml("d", "e")
                + flowXml("e", "se") + "</subProcess>";
    }

    private static String watch(String after) {
        return "<subProcess id='watch' triggeredByEvent='true'><startEvent id='watchDue' isInterrupting='false'>"
                + timer("timeDuration", after) + "</startEvent>" + taskXml("watchTask", "見る", "consultant", "+5日")
                + "<endEvent id='we'/>" + flowXml("watchDue", "watchTask") + flowXml("watchTask", "we")
                + "</subProcess>";
    }

    Drawing make(int count) {
        for (int i = 0; i < count; i++) {
            change();
        }
        return drawing;
    }

    private void change() {
        var step = STEPS.get(random.nextInt(STEPS.size()));
        var what = random.nextInt(15);
        done.add(what + step);
        switch (what) {
            case 0 -> ifThere(step, () -> drawing.task(step, "新しい名の" + step));
            case 1 -> ifThere(step, () -> drawing.task(step, step, "navigator", "+5日"));
            case 2 -> ifThere(step, () -> drawing.task(step, step, "consultant", "+9日"));
            case 3 -> ifThere(step, () -> remove(step));
            case 4 -> ifThere(step, () -> again(step));
            case 5 -> ifThere(step, () -> insertBefore(step));
            case 6 -> ifThere(step, () -> besides(step));
            case 7 -> drawing.put("sub", sub("D", "別のE"));
            case 8 -> drawing.put("watch", watch("P10D"));
            case 9 -> ifThere("f", () -> drawing.boundary("remind", "f", false, "timeDuration", "P7D"));
            case 10 ->
                drawing.without("remind", "remindTask", "remindEnd", "remind-remindTask", "remindTask-remindEnd");
            case 11 -> ifThere(step, () -> drawing.boundary("more" + step, step, false, "timeDuration", "P4D"));
            case 12 -> ifThere("wait", () -> drawing.wait("wait", "timeDuration", "P8D"));
            case 13 -> oneAfterTheOther();
            default -> ifThere("wait", () -> remove("wait"));
        }
    }

    private void ifThere(String id, Runnable change) {
        if (drawing.has(id)) {
            change.run();
        }
    }

    private void remove(String step) {
        var from = drawing.before(step);
        var to = drawing.after(step);
        if (from != null && to != null) {
            drawing.dropBoundariesOf(step);
            drawing.without(step).noLine(from, step).noLine(step, to).line(from, to);
        }
    }

    /** The same step under another id. */
    private void again(String step) {
        var from = drawing.before(step);
        var to = drawing.after(step);
        if (from != null && to != null) {
            remove(step);
            drawing.noLine(from, to).task(step + "2", step).line(from, step + "2", to);
        }
    }

    private void insertBefore(String step) {
        var from = drawing.before(step);
        var fresh = "new" + done.size();
        if (from != null) {
            drawing.noLine(from, step).task(fresh, fresh).line(from, fresh, step);
        }
    }

    private void besides(String step) {
        var from = drawing.before(step);
        var to = drawing.after(step);
        var n = done.size();
        if (from != null && to != null) {
            drawing.noLine(from, step)
                    .noLine(step, to)
                    .fork("fork" + n)
                    .fork("join" + n)
                    .task("beside" + n, "並行して")
                    .line(from, "fork" + n, step, "join" + n, to)
                    .line("fork" + n, "beside" + n, "join" + n);
        }
    }

    private void oneAfterTheOther() {
        var first = drawing.after("fork");
        if (drawing.has("fork-sub")
                && first != null
                && drawing.has("sub-join")
                && drawing.has("a")
                && drawing.after("join") != null) {
            var last = drawing.before("join");
            var from = drawing.before("fork");
            var to = drawing.after("join");
            if (last != null && from != null && !last.equals("fork")) {
                drawing.without("fork", "join")
                        .noLine(from, "fork")
                        .noLine("fork", first)
                        .noLine("fork", "sub")
                        .noLine("sub", "join")
                        .noLine(last, "join")
                        .noLine("join", to)
                        .line(from, first)
                        .line(last, "sub", to);
            }
        }
    }

    @Override
    public String toString() {
        return done.toString();
    }
}
