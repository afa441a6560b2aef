/** What whoever is on duty must see: steps of the product itself that have failed and need a hand. */
@NullMarked
package jp.banso.duty;

import org.jspecify.annotations.NullMarked;
