/** Steps that come near their due date or pass it are told, level by level, to whoever can do something about it. */
@NullMarked
package jp.banso.escalation;

import org.jspecify.annotations.NullMarked;
