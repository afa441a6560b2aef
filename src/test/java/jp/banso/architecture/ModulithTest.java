package jp.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.banso.BansoApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Rooms use each other only through their roots, downwards, and never in a circle. README.md draws the same floors. */
class ModulithTest {

    private static final List<Set<String>> FLOORS = List.of(
            Set.of("settings"),
            Set.of("calendar", "people", "print", "sheet", "text"),
            Set.of("audit", "processengine"),
            Set.of("notice"),
            Set.of("absence"),
            Set.of("escalation"),
            Set.of("worklist"),
            Set.of("casefile"),
            Set.of("formrecord"));
    private static final String ROOF = "demo";

    /** A capability may ask another one only where it stands here. */
    private static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            "handover", Set.of("aftercare", "jobsearch", "meeting", "supportplan"),
            "jobsearch", Set.of("aftercare"),
            "ledger", Set.of("aftercare", "evaluation", "supportplan"),
            "oversight", Set.of("handover", "meeting"));

    private final ApplicationModules modules = ApplicationModules.of(BansoApplication.class);

    @Test
    void roomsUseEachOtherThroughTheirRootsAndWithoutCircles() {
        assertThat(modules.stream()).as("the rooms were found").hasSizeGreaterThan(12);
        modules.verify();
    }

    @Test
    void roomsUseOnlyRoomsOnLowerFloors() {
        var upwards = new TreeSet<String>();
        modules.stream().forEach(room -> room.getDirectDependencies(modules).stream()
                .map(dependency -> name(dependency.getTargetModule()))
                .filter(used -> !mayUse(name(room), used))
                .forEach(used -> upwards.add(name(room) + " -> " + used)));
        assertThat(upwards).isEmpty();
    }

    private static boolean mayUse(String room, String used) {
        return floor(used) < floor(room)
                || NEIGHBOURS.getOrDefault(room, Set.of()).contains(used);
    }

    /** Rooms that stand on no floor of their own are capabilities. */
    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        return room.equals(ROOF) ? FLOORS.size() + 1 : FLOORS.size();
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
