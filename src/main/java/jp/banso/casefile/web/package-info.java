/** The pages and the JSON of the case file. */
@NullMarked
package jp.banso.casefile.web;

import org.jspecify.annotations.NullMarked;
