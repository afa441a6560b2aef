/** Who may work here: municipalities, offices, members with roles, and signing in. */
@NullMarked
package jp.banso.people;

import org.jspecify.annotations.NullMarked;
