/** What needs an operator, as a page. */
@NullMarked
package jp.banso.duty.web;

import org.jspecify.annotations.NullMarked;
