/** The audit table. */
@NullMarked
package jp.banso.audit.internal;

import org.jspecify.annotations.NullMarked;
