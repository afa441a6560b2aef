/** The pages of Camunda's web apps and the answers that they get. */
@NullMarked
package jp.banso.console.web;

import org.jspecify.annotations.NullMarked;
