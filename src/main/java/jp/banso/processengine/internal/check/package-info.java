/** Reads models with an own hardened reader, before the engine sees them, and says what is wrong with them. */
@NullMarked
package jp.banso.processengine.internal.check;

import org.jspecify.annotations.NullMarked;
