package jp.banso.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.people.Member;
import jp.banso.processengine.ModelDeployment;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the product ships newer is offered beside a municipality's own version, never put in its place. */
@BansoTest
class UpgradesTest {

    private static int number;

    @Autowired
    Workshop workshop;

    @Autowired
    ModelDrafts drafts;

    @Autowired
    Publications publications;

    @Autowired
    Upgrades upgrades;

    @Autowired
    ModelDeployment deployment;

    @Autowired
    PublishedFiles published;

    private String key = "";
    private Place place;
    private Member author;

    /** A shipped process of the test's own, so that no other test meets its new versions. */
    @BeforeEach
    void aShippedProcess() {
        key = "upgraded" + ++number;
        place = workshop.place();
        author = workshop.member(place.author());
        ships("+14日", "書く");
    }

    @Test
    void withoutAnOwnVersionTheNewOneIsSimplyInForce() {
        ships("+10日", "書く");
        assertThat(text(workshop.process(key, place), ".bpmn")).contains("+10日");
        assertThat(offersOfKey()).isEmpty();
    }

    @Test
    void theOwnVersionStaysAndTheNewOneIsOffered() {
        publishesOwn("+14日", "+21日");
        assertThat(offersOfKey()).isEmpty();
        ships("+14日", "よく見て書く");
        assertThat(text(workshop.process(key, place), ".bpmn")).contains("+21日");
        assertThat(offersOfKey())
                .singleElement()
                .satisfies(offer -> assertThat(offer.newer().version()).isEqualTo(2));
    }

    @Test
    void whatBothChangedInOneDrawingGoesTogetherWhereItCan() {
        publishesOwn("candidateGroups=\"consultant\"", "candidateGroups=\"consultant,chief-consultant\"");
        ships("+10日", "書く");
        Draft draft = upgrades.take(Kind.PROCESS, key, author);
        Upgrades.Side model = upgrades.sides(draft.draftId(), author).get(0);
        assertThat(model.conflict()).isTrue();
        assertThat(model.taken()).isEqualTo("both");
        assertThat(model.missing()).isEmpty();
        publish(draft);
        assertThat(text(workshop.process(key, place), ".bpmn")).contains("+10日", "consultant,chief-consultant");
        assertThat(offersOfKey()).isEmpty();
    }

    @Test
    void aNewVersionInWhichNothingHasChangedIsNoOffer() {
        publishesOwn("+14日", "+21日");
        shipsWithAnother();
        assertThat(published.inForce(Kind.PROCESS, key, null).orElseThrow().version())
                .as("versions change together")
                .isEqualTo(2);
        assertThat(offersOfKey()).isEmpty();
    }

    @Test
    void aFileThatOnlyTheProductChangedIsTakenAndAConflictIsChosen() {
        publishesOwn("+14日", "+21日");
        ships("+10日", "よく見て書く");
        Draft draft = upgrades.take(Kind.PROCESS, key, author);

        List<Upgrades.Side> sides = upgrades.sides(draft.draftId(), author);
        assertThat(sides).hasSize(3);
        Upgrades.Side model = sides.get(0);
        assertThat(model.conflict()).isTrue();
        assertThat(model.taken()).isEqualTo("ours");
        assertThat(model.missing()).isEqualTo(model.theirs());
        assertThat(model.theirs())
                .anySatisfy(change -> assertThat(change.after()).contains("10日"));
        assertThat(model.ours()).anySatisfy(change -> assertThat(change.after()).contains("21日"));
        assertThat(sides.subList(1, 3))
                .allMatch(form -> form.name().endsWith(".form") && !form.conflict() && "theirs".equals(form.taken()));

        upgrades.choose(draft.draftId(), model.fileId(), true, author);
        assertThat(upgrades.sides(draft.draftId(), author)).allMatch(side -> "theirs".equals(side.taken()));
        publish(draft);
        assertThat(text(workshop.process(key, place), ".bpmn")).contains("+10日");
        assertThat(offersOfKey()).as("taken in once").isEmpty();
    }

    private List<Upgrades.Offer> offersOfKey() {
        return upgrades.offers(author).stream()
                .filter(offer -> offer.own().key().equals(key))
                .toList();
    }

    private void publishesOwn(String before, String after) {
        publish(workshop.changed(place, key, before, after));
    }

    private void publish(Draft draft) {
        var proposed = publications.propose(draft.draftId(), new Proposal("ためす", "", null), author);
        publications.approve(proposed.publicationId(), null, workshop.member(place.other()));
    }

    private void shipsWithAnother() {
        var table = published.inForce(Kind.DECISION, "pre-start", "aogaoka").orElseThrow();
        List<ModelFile> files = new ArrayList<>(shipped(key, "+14日", "書く"));
        published.files(table).stream()
                .map(file -> new ModelFile(
                        file.name().replace("pre-start", key + "table"),
                        new String(file.bytes(), StandardCharsets.UTF_8)
                                .replace("pre-start", key + "table")
                                .getBytes(StandardCharsets.UTF_8)))
                .forEach(files::add);
        deployment.deployShipped(files);
    }

    private void ships(String due, String label) {
        deployment.deployShipped(shipped(key, due, label));
    }

    private List<ModelFile> shipped(String key, String due, String label) {
        var shipped =
                published.inForce(Kind.PROCESS, "handover-outside", "aogaoka").orElseThrow();
        return published.files(shipped).stream()
                .map(file -> new ModelFile(
                        file.name().replace("handover-outside", key),
                        new String(file.bytes(), StandardCharsets.UTF_8)
                                .replace("handover-outside", key)
                                .replace("+14日", due)
                                .replace("\"label\": \"", "\"label\": \"" + label)
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private String text(PublishedFile file, String ending) {
        return published.files(file).stream()
                .filter(each -> each.name().endsWith(ending))
                .map(each -> new String(each.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
