/** The plan on the case page. */
@NullMarked
package jp.banso.supportplan.web;

import org.jspecify.annotations.NullMarked;
