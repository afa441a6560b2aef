/** The published drawings as pages. */
@NullMarked
package jp.banso.studio.web;

import org.jspecify.annotations.NullMarked;
