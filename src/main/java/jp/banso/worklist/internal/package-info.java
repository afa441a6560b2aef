/** The rows of the queue, how they are read from the engine and how a page of them is asked for. */
@NullMarked
package jp.banso.worklist.internal;

import org.jspecify.annotations.NullMarked;
