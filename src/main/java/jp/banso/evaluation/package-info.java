/** モニタリング, 評価 and 終結. */
@NullMarked
package jp.banso.evaluation;

import org.jspecify.annotations.NullMarked;
