/** The reception page and its JSON. */
@NullMarked
package jp.banso.intake.web;

import org.jspecify.annotations.NullMarked;
