/** The control of the demo's clock. */
@NullMarked
package jp.banso.demo.web;

import org.jspecify.annotations.NullMarked;
