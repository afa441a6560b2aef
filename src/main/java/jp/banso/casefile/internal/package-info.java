/** Where the case file keeps its facts. */
@NullMarked
package jp.banso.casefile.internal;

import org.jspecify.annotations.NullMarked;
