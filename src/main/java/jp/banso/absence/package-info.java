/** Who is away from when to when, and who stands in for which of their roles. */
@NullMarked
package jp.banso.absence;

import org.jspecify.annotations.NullMarked;
