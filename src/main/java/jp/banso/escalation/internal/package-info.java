/** Rows of levels reached, and the round that finds steps which reach one. */
@NullMarked
package jp.banso.escalation.internal;

import org.jspecify.annotations.NullMarked;
