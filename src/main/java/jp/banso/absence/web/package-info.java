/** Absences as pages and as JSON. */
@NullMarked
package jp.banso.absence.web;

import org.jspecify.annotations.NullMarked;
