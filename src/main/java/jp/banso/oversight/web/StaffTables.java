package jp.banso.oversight.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.banso.absence.Absence;
import jp.banso.absence.Absences;
import jp.banso.handover.FirstContacts;
import jp.banso.handover.Handover;
import jp.banso.handover.Handovers;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.sheet.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Absences and handovers as sheets to take along. */
@Component
class StaffTables {

    private static final int MOST = 5_000;

    private final Absences absences;
    private final Handovers handovers;
    private final FirstContacts contacts;
    private final People people;

    StaffTables(Absences absences, Handovers handovers, FirstContacts contacts, People people) {
        this.absences = absences;
        this.handovers = handovers;
        this.contacts = contacts;
        this.people = people;
    }

    Sheet absences(Member member) {
        return new Sheet(
                "不在と代理",
                List.of("名前", "わけ", "はじめの日", "おわりの日", "代理"),
                Stream.concat(absences.current(member).stream(), absences.past(member, 0, MOST).stream())
                        .map(each -> Arrays.<@Nullable Object>asList(
                                people.nameOf(each.username()),
                                each.kind().label(),
                                each.firstDay(),
                                each.lastDay(),
                                deputies(each)))
                        .toList());
    }

    Sheet handovers(Member member) {
        return new Sheet(
                "異動の引継ぎ",
                List.of("異動する人", "引き継ぐ日", "最初の連絡の期限", "件数"),
                handovers.list(member).stream()
                        .map(each -> Arrays.<@Nullable Object>asList(
                                people.nameOf(each.fromUser()),
                                each.effectiveOn(),
                                each.contactBy(),
                                handovers.items(each).size()))
                        .toList());
    }

    /** The first contacts of one handover. */
    Sheet contacts(String handoverId, Member member) {
        Handover handover = handovers.find(handoverId, member).orElseThrow(NotHere::new);
        return new Sheet(
                "最初の連絡",
                List.of("ケース番号", "氏名", "新しい担当", "期限", "連絡した日"),
                contacts.of(handover).stream()
                        .map(each -> Arrays.<@Nullable Object>asList(
                                each.caseNo(),
                                each.displayName(),
                                people.nameOf(each.receiver()),
                                each.dueOn(),
                                each.madeOn()))
                        .toList());
    }

    private String deputies(Absence absence) {
        return absence.deputies().stream()
                .map(d -> people.roles(absence.municipalityId()).name(d.role()) + "："
                        + (d.username() == null ? "代理なし" : people.nameOf(d.username())))
                .collect(Collectors.joining("、"));
    }
}
