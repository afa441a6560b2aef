/** Rows of notices and preferences, and the round that sends the digest. */
@NullMarked
package jp.banso.notice.internal;

import org.jspecify.annotations.NullMarked;
