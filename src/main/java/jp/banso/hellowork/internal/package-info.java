/** Referrals in the database and what the referral steps record. */
@NullMarked
package jp.banso.hellowork.internal;

import org.jspecify.annotations.NullMarked;
