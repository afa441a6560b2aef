/** The process administrators' room: models are drawn, checked, compared, approved by a second person and published. */
@NullMarked
package jp.banso.studio;

import org.jspecify.annotations.NullMarked;
