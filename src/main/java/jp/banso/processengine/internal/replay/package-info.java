/** Decisions of the past asked again of another table. */
@NullMarked
package jp.banso.processengine.internal.replay;

import org.jspecify.annotations.NullMarked;
