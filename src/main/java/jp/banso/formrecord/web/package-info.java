/** The page of one step and its calls: form, draft, completion. */
@NullMarked
package jp.banso.formrecord.web;

import org.jspecify.annotations.NullMarked;
