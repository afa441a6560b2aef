package jp.banso.handover.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.banso.calendar.JapaneseDate;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverItem;
import jp.banso.notice.NewNotice;
import jp.banso.notice.NoticeKind;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import jp.banso.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Tells new workers what became theirs, and whoever decided it when first contacts are late: once for a handover. */
@Component
class HandoverNotices {

    private static final String KIND = "handover";

    private final HandoverMapper mapper;
    private final Notices notices;
    private final People people;

    HandoverNotices(HandoverMapper mapper, Notices notices, People people) {
        this.mapper = mapper;
        this.notices = notices;
        this.people = people;
    }

    /** Declares the kind of these notices. */
    @Configuration
    static class Kind {

        @Bean
        NoticeKind handoverKind() {
            return new NoticeKind(KIND, "引継ぎ", "異動で引き継いだケースと、最初の連絡", false);
        }
    }

    /** After everything has moved. */
    void moved(Handover handover, Member actor) {
        Map<String, List<HandoverItem>> byReceiver = mapper.items(handover.handoverId()).stream()
                .filter(item -> item.is("moved") && item.receiver() != null)
                .collect(Collectors.groupingBy(item -> Objects.requireNonNull(item.receiver())));
        byReceiver.remove(actor.username());
        byReceiver.forEach((receiver, items) -> {
            long cases = items.stream().filter(HandoverItem::leads).count();
            String what = cases > 0
                    ? cases + "件のケースを引き継ぎました。最初の連絡を" + JapaneseDate.row(handover.contactBy()) + "までに"
                    : items.size() + "件のケースの手順を引き継ぎました";
            tell(handover, receiver, people.nameOf(handover.fromUser()) + "さんから" + what, "moved");
        });
    }

    /** On the morning after the last day. */
    void late(Handover handover, Member leader, LocalDate today) {
        long late = mapper.missingContacts(List.of(handover.officeId()), today).stream()
                .filter(contact -> contact.handoverId().equals(handover.handoverId()) && contact.late(today))
                .count();
        if (late > 0) {
            tell(
                    handover,
                    leader.username(),
                    people.nameOf(handover.fromUser()) + "さんからの引継ぎで、最初の連絡が期限を過ぎたケースが" + late + "件あります",
                    "late");
        }
    }

    private void tell(Handover handover, String whom, String sentence, String what) {
        String key = "handover:" + what + ":" + handover.handoverId();
        notices.tell(new NewNotice(whom, KIND, sentence, "/handovers/" + handover.handoverId(), key));
    }
}
