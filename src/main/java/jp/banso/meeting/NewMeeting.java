package jp.banso.meeting;

import java.time.LocalDate;

/** A meeting that someone plans. */
public record NewMeeting(
        String municipalityId, String officeId, String kind, LocalDate heldOn, String startsAt, String place) {}
