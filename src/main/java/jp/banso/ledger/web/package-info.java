/** The pages of the import. */
@NullMarked
package jp.banso.ledger.web;

import org.jspecify.annotations.NullMarked;
