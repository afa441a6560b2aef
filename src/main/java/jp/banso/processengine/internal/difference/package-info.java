/** Compares two states of models element by element and puts what differs into words. */
@NullMarked
package jp.banso.processengine.internal.difference;

import org.jspecify.annotations.NullMarked;
