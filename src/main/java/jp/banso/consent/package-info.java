/** 同意: what the consent form opens, and what its withdrawal closes. */
@NullMarked
package jp.banso.consent;

import org.jspecify.annotations.NullMarked;
