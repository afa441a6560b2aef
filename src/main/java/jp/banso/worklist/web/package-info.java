/** The queue as a page and as JSON, and doing something with many steps at once. */
@NullMarked
package jp.banso.worklist.web;

import org.jspecify.annotations.NullMarked;
