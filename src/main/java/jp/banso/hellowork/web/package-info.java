/** Referrals on the case page. */
@NullMarked
package jp.banso.hellowork.web;

import org.jspecify.annotations.NullMarked;
