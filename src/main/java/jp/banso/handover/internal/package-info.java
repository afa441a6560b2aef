/** How handovers are stored, shared out and carried out. */
@NullMarked
package jp.banso.handover.internal;

import org.jspecify.annotations.NullMarked;
