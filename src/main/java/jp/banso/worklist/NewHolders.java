package jp.banso.worklist;

import java.util.List;
import jp.banso.notice.NewNotice;
import jp.banso.notice.NoticeKind;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Tells members which steps somebody else has made theirs: one notice for one act. */
@Component
public class NewHolders {

    private static final String KIND = "assigned";

    private final Notices notices;

    NewHolders(Notices notices) {
        this.notices = notices;
    }

    /** Declares the kind of these notices. */
    @Configuration
    static class Kind {

        @Bean
        NoticeKind assignedKind() {
            return new NoticeKind(KIND, "担当", "だれかが自分の担当にしたやること", false);
        }
    }

    /** @param items as they are now; nothing is told of no steps, and nobody of what they did themselves */
    public void tell(Member by, String receiver, List<WorkItem> items) {
        if (items.isEmpty() || receiver.equals(by.username())) {
            return;
        }
        WorkItem first = items.get(0);
        boolean one = items.size() == 1;
        String what = one
                ? "「" + first.name() + "」" + (first.caseNo().startsWith("M-") ? "" : "（" + first.caseNo() + "）")
                : "手順" + items.size() + "件";
        notices.tell(new NewNotice(
                receiver,
                KIND,
                by.displayName() + "さんが決めて、" + what + "の担当になりました",
                one ? "/tasks/" + first.taskId() : "/worklist?view=mine",
                String.join(":", "assigned", first.taskId(), "" + first.version(), "" + items.size())));
    }
}
