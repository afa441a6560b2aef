package jp.banso.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** On what was measured. */
record Machine(String text) {

    static Machine of(World world) {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return new Machine(
                "%s, %d processors (%s), %d GB memory, JDK %s, %s with 4 GB buffer pool and durable commits, load average %s at the end"
                        .formatted(
                                LocalDateTime.now(ZoneId.of("Asia/Tokyo"))
                                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")),
                                system.getAvailableProcessors(),
                                system.getArch(),
                                Math.round(system.getTotalMemorySize() / 1e9),
                                Runtime.version(),
                                world.databaseVersion(),
                                Bench.figure(system.getSystemLoadAverage())));
    }
}
