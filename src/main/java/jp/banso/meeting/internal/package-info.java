/** Meetings, agendas and attendance in the database, and what the steps of a meeting record. */
@NullMarked
package jp.banso.meeting.internal;

import org.jspecify.annotations.NullMarked;
