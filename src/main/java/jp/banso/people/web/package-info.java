/** Pages about members, the error pages and what every page shares. */
@NullMarked
package jp.banso.people.web;

import org.jspecify.annotations.NullMarked;
