package jp.banso.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.banso.casefile.CaseSearch.Question;
import jp.banso.casefile.NewCaseEvent.Detail;
import jp.banso.people.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees a case: the own office, and partners only while consent covers them. */
class CaseVisibilityTest {

    private static final Set<String> ALL_INFO = Set.of("attribute", "health", "money", "welfare", "history");

    private final CaseFileWorld world = new CaseFileWorld(Path.of("target", "documents-of-tests"));
    private SupportCase opened;

    @BeforeEach
    void oneCase() {
        opened = world.open("森下 和也", "もりした かずや", "1984-02-03", "000-0000-0000");
    }

    @Test
    void onlyTheOwnOfficeSeesANewCase() {
        assertThat(sees(world.consultant)).isTrue();
        assertThat(sees(world.member("soudan2", world.north, "consultant"))).isFalse();
        assertThat(sees(world.navigator)).isFalse();
        assertThat(sees(world.contractor)).isFalse();
    }

    @Test
    void administratorsOfTheProductSeeNoCase() {
        assertThat(sees(world.member("kanri", world.main, "process-admin"))).isFalse();
        assertThat(sees(world.member("system", world.main, "system-admin"))).isFalse();
    }

    @Test
    void anotherMunicipalityNeverSeesItEvenInAnOfficeOfTheSameName() {
        var stranger = new Member("hoka", "hoka", "elsewhere", "elsewhere", world.consultant.memberships());

        assertThat(sees(stranger)).isFalse();
    }

    @Test
    void withoutConsentNothingIsShared() {
        assertThat(share(world.hellowork.officeId())).isFalse();
        assertThat(sees(world.navigator)).isFalse();
    }

    @Test
    void consentOpensTheCaseToTheKindsItNamesAndToNoOther() {
        consent(Set.of("hellowork"), ALL_INFO);

        assertThat(share(world.hellowork.officeId())).isTrue();
        assertThat(share(world.npo.officeId())).isFalse();

        assertThat(sees(world.navigator)).isTrue();
        assertThat(sees(world.contractor)).isFalse();
        assertThat(world.refreshed).contains(opened.caseNo());
    }

    @Test
    void withdrawalClosesThePartnersViewAtOnce() {
        consent(Set.of("hellowork", "contractor"), ALL_INFO);
        share(world.hellowork.officeId());
        share(world.npo.officeId());

        world.inTransaction(() -> {
            world.register.withdrawConsent(opened.caseNo(), CaseFileWorld.TODAY, "本人の申し出", world.consultant);
            return null;
        });

        assertThat(sees(world.navigator)).isFalse();
        assertThat(sees(world.contractor)).isFalse();
        assertThat(sees(world.consultant)).isTrue();
        assertThat(world.register.consentedRecipients(opened.caseNo())).isEmpty();
        assertThat(world.register.subject(opened.caseNo()).orElseThrow().grants())
                .extracting(g -> g.officeId())
                .containsExactly(world.main.officeId());
    }

    @Test
    void aNarrowerConsentClosesWhatItNoLongerCovers() {
        consent(Set.of("hellowork", "contractor"), ALL_INFO);
        share(world.hellowork.officeId());
        share(world.npo.officeId());

        consent(Set.of("contractor"), ALL_INFO);

        assertThat(sees(world.navigator)).isFalse();
        assertThat(sees(world.contractor)).isTrue();
    }

    @Test
    void aGrantOfAPartnerThatDoesNotRestOnConsentOpensNothing() {
        world.jdbc.update(
                "INSERT INTO case_grant (grant_id, case_no, office_id, office_kind, basis, opened_at) VALUES (?, ?, ?, 'hellowork', 'own', ?)",
                java.util.UUID.randomUUID().toString(),
                opened.caseNo(),
                world.hellowork.officeId(),
                LocalDateTime.of(2026, 11, 1, 9, 0));

        assertThat(sees(world.navigator)).isFalse();
    }

    @Test
    void entriesAreCutToWhatTheMemberMayRead() {
        consent(Set.of("hellowork"), Set.of("history"));
        share(world.hellowork.officeId());
        world.register.addEvent(new NewCaseEvent(
                opened.caseNo(),
                LocalDateTime.of(2026, 11, 19, 9, 0),
                "step",
                "firstInterview",
                "初回面接をした",
                "仕事をさがしている",
                List.of(
                        new Detail("希望", "倉庫", "work"),
                        new Detail("病気", "腰痛", "health"),
                        new Detail("借金", "50万円", "money")),
                "soudan",
                "r1",
                true));

        var mine = world.timeline
                .page(opened, world.consultant, null, false, null, 50)
                .events()
                .get(0);
        var theirs = world.timeline
                .page(opened, world.navigator, null, false, null, 50)
                .events()
                .get(0);

        assertThat(mine.details()).extracting(Detail::label).containsExactly("希望", "病気", "借金");
        assertThat(mine.hidden()).isFalse();
        assertThat(theirs.details()).extracting(Detail::label).containsExactly("希望");
        assertThat(theirs.summary()).isEqualTo("仕事をさがしている");
        assertThat(theirs.hidden()).isTrue();
    }

    @Test
    void theMatrixOfRolesHolds() {
        assertThat(readable("consultant", Set.of()))
                .containsExactly("contact", "story", "health", "money", "assistance", "dv", "work");
        assertThat(readable("caseworker", Set.of()))
                .containsExactly("contact", "story", "health", "money", "assistance", "work");
        assertThat(readable("employment-supporter", Set.of())).containsExactly("contact", "story", "work");
        assertThat(readable("employment-supporter", Set.of("health")))
                .containsExactly("contact", "story", "health", "work");
        assertThat(readable("hw-navigator", Set.of())).containsExactly("work");
        assertThat(readable("hw-navigator", ALL_INFO))
                .containsExactly("contact", "story", "health", "assistance", "work");
        assertThat(readable("contractor", ALL_INFO))
                .containsExactly("contact", "story", "health", "assistance", "work");
        assertThat(readable("secretariat", ALL_INFO)).containsExactly("contact");
        assertThat(readable("process-admin", ALL_INFO)).isEmpty();
        assertThat(Visibility.mayRead("newly-invented", world.navigator, ALL_INFO))
                .isFalse();
    }

    private List<String> readable(String role, Set<String> consented) {
        var member = world.member("x", world.main, role);
        return List.of("contact", "story", "health", "money", "assistance", "dv", "work").stream()
                .filter(c -> Visibility.mayRead(c, member, consented))
                .toList();
    }

    private boolean sees(Member member) {
        var listed = world.search
                .find(new Question("森下", null, null, null, null, null), null, 10, member)
                .items();
        var found = world.register.find(opened.caseNo(), member).isPresent();
        var duplicate = world.register.duplicates(world.city, "森下 和也", null, null, null, member);
        assertThat(listed.isEmpty()).as("list as detail").isEqualTo(!found);
        assertThat(duplicate.isEmpty()).as("duplicates as detail").isEqualTo(!found);
        return found;
    }

    private void consent(Set<String> recipients, Set<String> infoTypes) {
        world.inTransaction(() -> {
            world.register.recordConsent(opened.caseNo(), CaseFileWorld.TODAY, recipients, infoTypes, "soudan");
            return null;
        });
    }

    private boolean share(String officeId) {
        return world.inTransaction(() -> world.register.share(opened.caseNo(), officeId));
    }
}
