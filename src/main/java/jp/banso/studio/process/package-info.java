/** What the process of changing models asks of the studio. */
@NullMarked
package jp.banso.studio.process;

import org.jspecify.annotations.NullMarked;
