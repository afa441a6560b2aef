/** Telling people: what a member is told in the product, how they want it, and the digest by mail. */
@NullMarked
package jp.banso.notice;

import org.jspecify.annotations.NullMarked;
