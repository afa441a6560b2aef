/** Who saw and changed what, when and from where; append-only. */
@NullMarked
package jp.banso.audit;

import org.jspecify.annotations.NullMarked;
