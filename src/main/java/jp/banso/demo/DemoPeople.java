package jp.banso.demo;

import java.util.List;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The demo's municipalities, offices and users; the password of each is the user name (api.md). */
@Component
@ConditionalOnProperty(name = "banso.demo", havingValue = "true")
class DemoPeople {

    static final String MUNICIPALITY = "midorino";
    static final String MAIN = "midorino-main";
    static final String NORTH = "midorino-north";
    static final String HELLOWORK = "hw-midorino";
    static final String NPO = "npo-michishirube";
    static final String NPO2 = "npo-ashita";

    private final PeopleAdmin admin;
    private final People people;

    DemoPeople(PeopleAdmin admin, People people) {
        this.admin = admin;
        this.people = people;
    }

    /** False when they are there already. */
    boolean create() {
        if (people.find("soudan").isPresent()) {
            return false;
        }
        admin.createMunicipality(MUNICIPALITY, "みどり野市");
        admin.createMunicipality("aogaoka", "青ヶ丘市");
        admin.createOffice(MAIN, MUNICIPALITY, "福祉総合相談課", "municipal");
        admin.createOffice(NORTH, MUNICIPALITY, "北部相談センター", "municipal");
        admin.createOffice(HELLOWORK, MUNICIPALITY, "ハローワーク緑野", "hellowork");
        admin.createOffice(NPO, MUNICIPALITY, "NPO法人みちしるべ", "contractor");
        admin.createOffice(NPO2, MUNICIPALITY, "NPO法人あした", "contractor");
        admin.createOffice("aogaoka-main", "aogaoka", "生活支援課", "municipal");
        user("uketsuke", "今井 透", MAIN, "reception");
        user("soudan", "佐伯 由香", MAIN, "consultant");
        user("shunin", "堀内 さつき", MAIN, "chief-consultant");
        user("shuro", "大庭 健", MAIN, "employment-supporter");
        user("cw", "小松 直人", MAIN, "caseworker");
        user("sv", "長谷部 明", MAIN, "inspector");
        user("coord", "真鍋 悠", MAIN, "coordinator");
        user("kacho", "有賀 文子", MAIN, "manager");
        user("jimu", "辻村 芽衣", MAIN, "secretariat");
        user("kanri", "黒木 遼", MAIN, "process-admin");
        user("kanri2", "白石 操", MAIN, "process-admin");
        user("system", "保守 担当", MAIN, "system-admin");
        user("navi", "三浦 拓", HELLOWORK, "hw-navigator");
        user("npo", "野々村 千尋", NPO, "contractor");
        user("soudan2", "山路 冬美", NORTH, "consultant");
        user("shuro2", "久世 拓海", NORTH, "employment-supporter");
        northernHead();
        user("npo2", "杉本 蓮", NPO2, "contractor");
        admin.createUser("hoka", "他市 太郎", "aogaoka", "hoka");
        admin.grantRole("hoka", "aogaoka-main", "consultant");
        return true;
    }

    /** One person who leads the small office and does what takes four people in the large one. */
    private void northernHead() {
        user("shunin2", "松永 律子", NORTH, "chief-consultant");
        List.of("manager", "secretariat", "coordinator", "inspector")
                .forEach(role -> admin.grantRole("shunin2", NORTH, role));
    }

    private void user(String username, String name, String office, String role) {
        admin.createUser(username, name, MUNICIPALITY, username);
        admin.grantRole(username, office, role);
    }
}
