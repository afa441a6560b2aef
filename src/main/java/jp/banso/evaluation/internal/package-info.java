/** Evaluations in the database and what the closing steps record. */
@NullMarked
package jp.banso.evaluation.internal;

import org.jspecify.annotations.NullMarked;
