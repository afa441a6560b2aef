package jp.banso.people;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import jp.banso.people.internal.RealTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** A wall clock that tests of locks and sessions may turn; it runs right unless one does. */
@Configuration(proxyBeanMethods = false)
@Profile("test")
public class TestPeople {

    /** The hands of that clock. Turn them back with {@link #right}. */
    public static final class Hands implements RealTime {

        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        @Override
        public LocalDateTime now() {
            return LocalDateTime.now(ZoneId.of("Asia/Tokyo")).plus(ahead.get());
        }

        public void forwardMinutes(long minutes) {
            ahead.updateAndGet(duration -> duration.plusMinutes(minutes));
        }

        public void right() {
            ahead.set(Duration.ZERO);
        }
    }

    @Bean
    @Primary
    Hands hands() {
        return new Hands();
    }
}
