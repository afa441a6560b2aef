/** Signing in, sessions, the access matrix and the headers that protect every answer. */
@NullMarked
package jp.banso.people.web.security;

import org.jspecify.annotations.NullMarked;
