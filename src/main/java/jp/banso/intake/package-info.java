/** Reception: a person comes, the case gets a number, and the journey starts. */
@NullMarked
package jp.banso.intake;

import org.jspecify.annotations.NullMarked;
