/** What an office settles for itself besides drawings, tables and forms: roles, lists of codes, letters, days of meetings. */
@NullMarked
package jp.banso.settings;

import org.jspecify.annotations.NullMarked;
