/** Plans in the database and what the planning steps record. */
@NullMarked
package jp.banso.supportplan.internal;

import org.jspecify.annotations.NullMarked;
