package jp.banso.demo;

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
    private final int cases;
    private volatile boolean complete;

    DemoStart(DemoPeople people, @Value("${banso.demo-cases:60}") int cases) {
        this.people = people;
        this.cases = cases;
    }

    @Override
    public void run(ApplicationArguments args) {
        people.create();
        complete = true;
    }

    @Override
    public Health health() {
        return complete ? Health.up().build() : Health.down().withDetail("demo", "being prepared").build();
    }
}
