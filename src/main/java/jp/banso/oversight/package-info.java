/** What those who lead see of all open work: what is late, why, what will be, and what frees it. */
@NullMarked
package jp.banso.oversight;

import org.jspecify.annotations.NullMarked;
