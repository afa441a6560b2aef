/** プラン: goals, services, support period and the municipality's decision. */
@NullMarked
package jp.banso.supportplan;

import org.jspecify.annotations.NullMarked;
