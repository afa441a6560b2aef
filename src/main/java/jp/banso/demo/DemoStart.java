package jp.banso.demo;

import jp.banso.processengine.EngineClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Fills an empty database with the demo; the product is healthy only when it is complete. */
@Component("demo")
@ConditionalOnProperty(name = "banso.demo", havingValue = "true")
class DemoStart implements ApplicationRunner, HealthIndicator {

    private final DemoPeople people;
    private final DemoCases cases;
    private final EngineClock clock;
    private final int most;
    private volatile boolean complete;

    /** @param most how many cases to tell; 0 for none */
    DemoStart(DemoPeople people, DemoCases cases, EngineClock clock, @Value("${banso.demo-cases:100}") int most) {
        this.people = people;
        this.cases = cases;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (people.create() && most > 0) {
            cases.tell(most);
        }
        clock.resume();
        complete = true;
    }

    @Override
    public Health health() {
        return complete
                ? Health.up().build()
                : Health.down().withDetail("demo", "being prepared").build();
    }
}
