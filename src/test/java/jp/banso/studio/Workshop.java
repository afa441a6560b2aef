package jp.banso.studio;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import org.springframework.stereotype.Component;

/** A municipality of its own with three process administrators, so that what is published there disturbs nobody. */
@Component
public class Workshop {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final PeopleAdmin admin;
    private final People people;
    private final PublishedFiles published;
    private final ModelDrafts drafts;

    Workshop(PeopleAdmin admin, People people, PublishedFiles published, ModelDrafts drafts) {
        this.admin = admin;
        this.people = people;
        this.published = published;
        this.drafts = drafts;
    }

    /** @param author draws and proposes */
    public record Place(String municipalityId, String officeId, String author, String other, String third) {}

    public Place place() {
        String id = "kobo" + NUMBER.incrementAndGet();
        admin.createMunicipality(id, "架空工房市");
        admin.createOffice(id + "-main", id, "架空工房", "municipal");
        for (String name : List.of("-a", "-b", "-c")) {
            admin.createUser(id + name, "架空 " + name, id, id + name);
            admin.grantRole(id + name, id + "-main", "process-admin");
        }
        return new Place(id, id + "-main", id + "-a", id + "-b", id + "-c");
    }

    /** Somebody who works in the office of the place; the username, which is the password as well. */
    public String staff(Place place, String name, String... roles) {
        String username = place.municipalityId() + "-" + name;
        admin.createUser(username, "架空 " + name, place.municipalityId(), username);
        List.of(roles).forEach(role -> admin.grantRole(username, place.officeId(), role));
        return username;
    }

    public Member member(String username) {
        return people.find(username).orElseThrow();
    }

    public PublishedFile process(String key, Place place) {
        return published.inForce(Kind.PROCESS, key, place.municipalityId()).orElseThrow();
    }

    /** A draft of a published process in which one text stands instead of another. */
    public Draft changed(Place place, String key, String before, String after) {
        Member author = member(place.author());
        Draft draft = drafts.start("変える " + key, List.of(process(key, place)), author);
        DraftFile model = drafts.files(draft.draftId(), author).stream()
                .filter(file -> file.kind().equals("bpmn"))
                .findFirst()
                .orElseThrow();
        if (!model.content().contains(before)) {
            throw new IllegalStateException("not in the model: " + before);
        }
        drafts.save(draft.draftId(), model.fileId(), model.content().replace(before, after), model.version(), author);
        return draft;
    }
}
