/** The guards that hang on the engine, each replacing a part that would let a model do more than it may. */
@NullMarked
package jp.banso.processengine.internal;

import org.jspecify.annotations.NullMarked;
