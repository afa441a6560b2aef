/** The member's notices and how they are wanted, as pages and as JSON, and the count in the frame of every page. */
@NullMarked
package jp.banso.notice.web;

import org.jspecify.annotations.NullMarked;
