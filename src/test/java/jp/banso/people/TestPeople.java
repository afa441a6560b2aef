package jp.banso.people;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import jp.banso.people.internal.RealTime;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Members of two municipalities (password = user name) and a wall clock that tests may turn. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPeople {

    /** A clock that stands still unless a test turns it. */
    public static final class Hands implements RealTime {

        private final AtomicReference<LocalDateTime> now =
                new AtomicReference<>(LocalDateTime.now(ZoneId.of("Asia/Tokyo")));

        @Override
        public LocalDateTime now() {
            return now.get();
        }

        public void forwardMinutes(long minutes) {
            now.updateAndGet(time -> time.plusMinutes(minutes));
        }
    }

    @Bean
    @Primary
    Hands hands() {
        return new Hands();
    }

    @Bean
    CommandLineRunner seedPeople(PeopleAdmin admin, People people) {
        return args -> {
            if (people.find("soudan").isEmpty()) {
                seed(admin);
            }
        };
    }

    private static void seed(PeopleAdmin admin) {
        admin.createMunicipality("midorino", "みどり野市");
        admin.createMunicipality("aogaoka", "青ヶ丘市");
        admin.createOffice("midorino-main", "midorino", "福祉総合相談課", "municipal");
        admin.createOffice("midorino-north", "midorino", "北部相談センター", "municipal");
        admin.createOffice("hw-midorino", "midorino", "ハローワーク緑野", "hellowork");
        admin.createOffice("npo-michishirube", "midorino", "NPO法人みちしるべ", "contractor");
        admin.createOffice("aogaoka-main", "aogaoka", "生活支援課", "municipal");
        String[][] users = {
            {"uketsuke", "今井 透", "reception"}, {"soudan", "佐伯 由香", "consultant"},
            {"shunin", "堀内 さつき", "chief-consultant"}, {"shuro", "大庭 健", "employment-supporter"},
            {"cw", "小松 直人", "caseworker"}, {"sv", "長谷部 明", "inspector"},
            {"coord", "真鍋 悠", "coordinator"}, {"kacho", "有賀 文子", "manager"},
            {"jimu", "辻村 芽衣", "secretariat"}, {"kanri", "黒木 遼", "process-admin"},
            {"system", "保守 担当", "system-admin"}
        };
        for (String[] user : users) {
            add(admin, user[0], user[1], "midorino", "midorino-main", user[2]);
        }
        add(admin, "navi", "三浦 拓", "midorino", "hw-midorino", "hw-navigator");
        add(admin, "npo", "野々村 千尋", "midorino", "npo-michishirube", "contractor");
        add(admin, "hoka", "他市 太郎", "aogaoka", "aogaoka-main", "consultant");
        add(admin, "hokasys", "他市 保守", "aogaoka", "aogaoka-main", "system-admin");
    }

    private static void add(
            PeopleAdmin admin, String username, String name, String municipality, String office, String role) {
        admin.createUser(username, name, municipality, username);
        admin.grantRole(username, office, role);
    }
}
