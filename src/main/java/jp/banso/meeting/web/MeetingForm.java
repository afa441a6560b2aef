package jp.banso.meeting.web;

import java.util.ArrayList;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.StepRefused;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.MeetingCodes;
import jp.banso.meeting.NewMeeting;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.NotHere;
import org.jspecify.annotations.Nullable;

/**
 * What someone types to plan a meeting, in the page or through the API.
 *
 * @param caseNo case that the meeting is about and that comes onto its agenda, if any
 */
record MeetingForm(
        @Nullable String heldOn,
        @Nullable String startsAt,
        @Nullable String place,
        @Nullable String kind,
        @Nullable String caseNo) {

    private static final int PLACE_LENGTH = 200;

    static final MeetingForm EMPTY = new MeetingForm("", "14:00", "", "regular", null);

    /** What a planned meeting says now. */
    static MeetingForm of(Meeting meeting) {
        return new MeetingForm(
                ShortDates.text(meeting.heldOn()), meeting.startsAt(), meeting.place(), meeting.kind(), null);
    }

    /** @throws StepRefused with what to mend */
    NewMeeting read(Member member) {
        var errors = new ArrayList<FieldError>();
        var day = ShortDates.read(heldOn);
        if (day.error() != null) {
            errors.add(new FieldError("heldOn", "開催日", day.error()));
        } else if (day.date() == null) {
            errors.add(new FieldError("heldOn", "開催日", "開催日を入れてください。例 R8.11.27"));
        }
        var time = startsAt == null
                ? ""
                : java.text.Normalizer.normalize(startsAt, java.text.Normalizer.Form.NFKC)
                        .strip();
        if (!time.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
            errors.add(new FieldError("startsAt", "始まる時刻", "始まる時刻を 14:00 のように入れてください。"));
        }
        if (place == null || place.isBlank() || place.length() > PLACE_LENGTH) {
            errors.add(new FieldError("place", "場所", "場所を" + PLACE_LENGTH + "字までで入れてください。"));
        }
        var code = code();
        if (!MeetingCodes.kinds().containsKey(code)) {
            errors.add(new FieldError("kind", "種別", "種別は、定例・随時・緊急のどれかを選んでください。"));
        }
        if (!errors.isEmpty()) {
            throw new StepRefused(errors);
        }
        return new NewMeeting(member.municipalityId(), office(member), code, day.date(), time, place.strip());
    }

    private String code() {
        return MeetingCodes.kinds().entrySet().stream()
                .filter(e -> e.getValue().equals(kind))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse(kind == null || kind.isBlank() ? "regular" : kind);
    }

    private static String office(Member member) {
        return member.memberships().stream()
                .filter(m -> m.officeKind().equals("municipal"))
                .map(Membership::officeId)
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
