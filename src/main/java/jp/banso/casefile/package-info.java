/** The case file: the person, the case, consents, who may see it, and everything that happened. */
@NullMarked
package jp.banso.casefile;

import org.jspecify.annotations.NullMarked;
