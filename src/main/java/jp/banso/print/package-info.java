/** Printed pages: turns a page of markup into a PDF in the product's own look. */
@NullMarked
package jp.banso.print;

import org.jspecify.annotations.NullMarked;
