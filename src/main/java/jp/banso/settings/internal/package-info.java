/** The published settings as the table holds them. */
@NullMarked
package jp.banso.settings.internal;

import org.jspecify.annotations.NullMarked;
