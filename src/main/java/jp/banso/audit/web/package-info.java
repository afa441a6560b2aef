/** The audit as a page, on paper and as CSV. */
@NullMarked
package jp.banso.audit.web;

import org.jspecify.annotations.NullMarked;
