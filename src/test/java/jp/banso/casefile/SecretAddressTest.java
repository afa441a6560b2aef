package jp.banso.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.banso.casefile.NewCaseEvent.Detail;
import jp.banso.formrecord.internal.FormReader;
import jp.banso.people.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address that is a secret (DV) is nowhere but with those who keep it. */
class SecretAddressTest {

    @TempDir
    private Path data;

    @Test
    void hidingTheAddressHidesItInEntriesThatWereWrittenBefore() {
        var world = new CaseFileWorld(data);
        var supportCase = world.open("早乙女 学", "さおとめ まなぶ", null, null);
        var caseNo = supportCase.caseNo();
        world.inTransaction(() -> {
            world.register.recordConsent(
                    caseNo, CaseFileWorld.TODAY, Set.of("contractor"), Set.of("attribute", "history"), "soudan");
            world.register.share(caseNo, world.npo.officeId());
            world.register.addEvent(new NewCaseEvent(
                    caseNo,
                    LocalDateTime.of(2026, 11, 19, 9, 0),
                    "step",
                    "registerConsultation",
                    "受付",
                    null,
                    List.of(new Detail("住所", "架空町1-2-3", "address")),
                    "soudan",
                    null,
                    true));
            return null;
        });
        var caseworker = world.member("cw", world.main, "caseworker");
        assertThat(shown(world, supportCase, world.contractor)).contains("架空町1-2-3");
        assertThat(shown(world, supportCase, caseworker)).contains("架空町1-2-3");

        world.inTransaction(() -> {
            var p = world.persons.ofCase(caseNo).orElseThrow();
            return world.persons.change(
                    caseNo,
                    new Person(
                            p.personId(),
                            p.municipalityId(),
                            p.name(),
                            p.kana(),
                            p.sex(),
                            p.birthDate(),
                            p.postalCode(),
                            p.address(),
                            true,
                            p.phone(),
                            p.email(),
                            p.caution(),
                            p.version()),
                    world.consultant);
        });
        assertThat(shown(world, supportCase, world.contractor)).doesNotContain("架空町1-2-3");
        assertThat(shown(world, supportCase, caseworker)).doesNotContain("架空町1-2-3");
        assertThat(shown(world, supportCase, world.consultant)).contains("架空町1-2-3");
    }

    @Test
    void theReceptionFormMarksTheAddressAsSuch() throws Exception {
        var form =
                FormReader.read(Files.readString(Path.of("forms/consultation-intake/registerConsultation.form")), "1");
        assertThat(form.questions())
                .filteredOn(f -> f.key().equals("address") || f.key().equals("postalCode"))
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.dataClass()).isEqualTo("address"));
    }

    private static List<String> shown(CaseFileWorld world, SupportCase supportCase, Member member) {
        return world.timeline.page(supportCase, member, null, false, null, 50).events().stream()
                .flatMap(e -> e.details().stream())
                .map(Detail::text)
                .toList();
    }
}
