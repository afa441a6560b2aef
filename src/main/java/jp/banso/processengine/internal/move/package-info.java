/** How running processes are taken from one version of a model to another. */
@NullMarked
package jp.banso.processengine.internal.move;

import org.jspecify.annotations.NullMarked;
