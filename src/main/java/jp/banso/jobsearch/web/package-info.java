/** Applications on the case page. */
@NullMarked
package jp.banso.jobsearch.web;

import org.jspecify.annotations.NullMarked;
