/** Tables that people take along: Excel and CSV, safe to open in a spreadsheet. */
@NullMarked
package jp.banso.sheet;

import org.jspecify.annotations.NullMarked;
