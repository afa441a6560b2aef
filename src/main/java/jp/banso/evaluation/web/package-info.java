/** Evaluations on the case page. */
@NullMarked
package jp.banso.evaluation.web;

import org.jspecify.annotations.NullMarked;
