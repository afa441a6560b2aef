/** The work as people do it: in a real browser, page by page. */
@NullMarked
package jp.banso.story;

import org.jspecify.annotations.NullMarked;
