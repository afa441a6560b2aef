/** The demo municipality, its people and cases, and the clock that can be moved; only with {@code --demo}. */
@NullMarked
package jp.banso.demo;

import org.jspecify.annotations.NullMarked;
