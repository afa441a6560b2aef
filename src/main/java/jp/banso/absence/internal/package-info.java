/** The rows of absences and their deputies. */
@NullMarked
package jp.banso.absence.internal;

import org.jspecify.annotations.NullMarked;
