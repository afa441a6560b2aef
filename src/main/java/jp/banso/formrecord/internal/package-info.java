/** Reads form files and keeps records and drafts. */
@NullMarked
package jp.banso.formrecord.internal;

import org.jspecify.annotations.NullMarked;
