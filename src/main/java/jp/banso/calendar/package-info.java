/** Japanese working days, due rules and dates in the Japanese calendar. */
@NullMarked
package jp.banso.calendar;

import org.jspecify.annotations.NullMarked;
