/** What models may ask of the plan. */
@NullMarked
package jp.banso.supportplan.process;

import org.jspecify.annotations.NullMarked;
