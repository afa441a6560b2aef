/** Camunda's own Tasklist, Cockpit and Admin behind our login; only in the build profile {@code camunda-console}. */
@NullMarked
package jp.banso.console;

import org.jspecify.annotations.NullMarked;
