package jp.banso.studio.internal;

import java.util.List;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.studio.Publication;
import org.springframework.stereotype.Component;

/** Tells administrators that a proposal waits for them, and authors what became of theirs. */
@Component
public class ChangeNotices {

    /** The kind of these notices. */
    public static final String KIND = "studio.change";

    private final Notices notices;
    private final People people;

    ChangeNotices(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    public void proposed(Publication publication) {
        for (String username : administrators(publication.municipalityId())) {
            if (!username.equals(publication.proposedBy())) {
                notices.tell(notice(publication, username, "手順の変更「%s」が承認を待っています", "proposed"));
            }
        }
    }

    public void decided(Publication publication, String outcome) {
        notices.tell(notice(publication, publication.proposedBy(), "手順の変更「%s」が" + outcome, "decided"));
    }

    private static NewNotice notice(Publication publication, String username, String sentence, String event) {
        return new NewNotice(
                username,
                KIND,
                sentence.formatted(publication.title()),
                "/studio/publications/" + publication.publicationId(),
                "studio/" + event + "/" + publication.publicationId() + "/" + publication.status());
    }

    private List<String> administrators(String municipalityId) {
        return people.offices(municipalityId, null).stream()
                .flatMap(office -> people.inOffice(office.officeId(), "process-admin").stream())
                .map(Member::username)
                .distinct()
                .toList();
    }
}
