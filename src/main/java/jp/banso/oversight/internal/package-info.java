/** The queries of the board; each number and the list behind it share their conditions. */
@NullMarked
package jp.banso.oversight.internal;

import org.jspecify.annotations.NullMarked;
