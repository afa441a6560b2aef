/** Pages and JSON of meetings. */
@NullMarked
package jp.banso.meeting.web;

import org.jspecify.annotations.NullMarked;
