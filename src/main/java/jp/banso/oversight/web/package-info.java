/** The board, its lists and the actions on them, as pages and as JSON. */
@NullMarked
package jp.banso.oversight.web;

import org.jspecify.annotations.NullMarked;
