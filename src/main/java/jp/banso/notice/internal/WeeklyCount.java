package jp.banso.notice.internal;

import java.time.LocalDate;

/** An office's steps on the first working day of a week. */
record WeeklyCount(String officeId, LocalDate countedOn, int openSteps, int overdue, int dueThisWeek) {}
