/** 就職 and the three months after it. */
@NullMarked
package jp.banso.aftercare;

import org.jspecify.annotations.NullMarked;
