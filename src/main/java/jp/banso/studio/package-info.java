/** The process administrators' room: the published drawings, for everyone to read. */
@NullMarked
package jp.banso.studio;

import org.jspecify.annotations.NullMarked;
