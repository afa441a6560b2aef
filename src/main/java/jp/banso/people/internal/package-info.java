/** Members, accounts, passwords and sessions as they lie in the database. */
@NullMarked
package jp.banso.people.internal;

import org.jspecify.annotations.NullMarked;
