/** Reading a ledger, keeping its rows, and turning each into a case. */
@NullMarked
package jp.banso.ledger.internal;

import org.jspecify.annotations.NullMarked;
