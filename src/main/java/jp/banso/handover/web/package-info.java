/** Pages and printed briefs of handovers. */
@NullMarked
package jp.banso.handover.web;

import org.jspecify.annotations.NullMarked;
