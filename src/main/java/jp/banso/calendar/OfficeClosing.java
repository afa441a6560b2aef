package jp.banso.calendar;

import java.time.LocalDate;

/** One day on which one office is closed for a reason of its own (閉庁日). */
public record OfficeClosing(String officeId, LocalDate closedOn, String reason) {}
