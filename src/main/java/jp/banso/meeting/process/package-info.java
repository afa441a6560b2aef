/** What models may ask of the meeting. */
@NullMarked
package jp.banso.meeting.process;

import org.jspecify.annotations.NullMarked;
