/** Scenarios played in an engine that is thrown away afterwards. */
@NullMarked
package jp.banso.processengine.internal.rehearsal;

import org.jspecify.annotations.NullMarked;
