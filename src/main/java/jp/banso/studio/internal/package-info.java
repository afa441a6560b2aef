/** Rows of the studio. */
@NullMarked
package jp.banso.studio.internal;

import org.jspecify.annotations.NullMarked;
