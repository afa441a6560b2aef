/** What models may ask of aftercare. */
@NullMarked
package jp.banso.aftercare.process;

import org.jspecify.annotations.NullMarked;
