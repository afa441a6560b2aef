/** Search keys for Japanese names and telephone numbers; what was entered is stored and shown unchanged. */
@NullMarked
package jp.banso.text;

import org.jspecify.annotations.NullMarked;
