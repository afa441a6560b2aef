/** Where the offices' own closing days are kept. */
@NullMarked
package jp.banso.calendar.internal;

import org.jspecify.annotations.NullMarked;
