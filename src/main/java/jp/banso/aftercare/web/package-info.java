/** Aftercare and jobs on the case page. */
@NullMarked
package jp.banso.aftercare.web;

import org.jspecify.annotations.NullMarked;
