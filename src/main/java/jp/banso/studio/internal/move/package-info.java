/** Moves of running processes as the tables hold them, and the worker that carries them out. */
@NullMarked
package jp.banso.studio.internal.move;

import org.jspecify.annotations.NullMarked;
