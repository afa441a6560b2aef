package jp.banso.people;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.banso.people.internal.Passwords;
import jp.banso.people.internal.PeopleMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Municipalities, offices and the first members, from {@code founding.csv} in the data folder. What is missing is
 * created at each start, what is there stays as it is. There are no default accounts: a new member's initial password
 * is random, printed once, and must be changed at the first sign-in.
 */
@Component
class Founding implements ApplicationRunner {

    private final PeopleAdmin admin;
    private final PeopleMapper mapper;
    private final Passwords passwords;
    private final Path file;

    Founding(PeopleAdmin admin, PeopleMapper mapper, Passwords passwords, @Value("${banso.data:data}") Path data) {
        this.admin = admin;
        this.mapper = mapper;
        this.passwords = passwords;
        this.file = data.resolve("founding.csv");
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        if (Files.exists(file)) {
            found(Files.readAllLines(file), System.out);
        }
    }

    void found(List<String> lines, PrintStream console) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).replace("\uFEFF", "").strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                one(List.of(line.split("\\s*,\\s*")), console);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "founding.csv の%d行目を読めません: %s （%s）".formatted(i + 1, line, e.getMessage()), e);
            }
        }
    }

    private void one(List<String> cells, PrintStream console) {
        switch (cells.get(0)) {
            case "municipality" -> municipality(cells.get(1), cells.get(2));
            case "office" -> office(cells.get(1), cells.get(2), cells.get(3), cells.get(4));
            case "member" -> member(cells.get(1), cells.get(2), cells.get(3), cells.get(4), console);
            default -> throw new IllegalArgumentException("municipality、office、member のどれかで始めてください");
        }
    }

    private void municipality(String id, String name) {
        if (mapper.countMunicipality(id) == 0) {
            admin.createMunicipality(id, name);
        }
    }

    private void office(String id, String municipalityId, String kind, String name) {
        if (!List.of("municipal", "hellowork", "contractor").contains(kind)) {
            throw new IllegalArgumentException("種類は municipal、hellowork、contractor のどれかです");
        }
        if (mapper.office(id) == null) {
            admin.createOffice(id, municipalityId, name, kind);
        }
    }

    private void member(String username, String officeId, String role, String displayName, PrintStream console) {
        if (mapper.municipalityOf(username) != null) {
            return;
        }
        var office = mapper.office(officeId);
        if (office == null
                || !Roles.ofProduct().contains(role)
                || !Roles.officeKind(role).equals(office.kind())) {
            throw new IllegalArgumentException("事業所「%s」に役割「%s」は置けません".formatted(officeId, role));
        }
        var initial = passwords.initial();
        admin.createUserWithInitialPassword(username, displayName, office.municipalityId(), initial);
        admin.grantRole(username, officeId, role);
        console.printf("banso: 利用者 %s（%s）を作りました。最初のパスワード: %s%n", username, displayName, initial);
    }
}
