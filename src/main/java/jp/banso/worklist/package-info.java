/** The queue: a read model of every open step, written in the engine's own transaction. */
@NullMarked
package jp.banso.worklist;

import org.jspecify.annotations.NullMarked;
