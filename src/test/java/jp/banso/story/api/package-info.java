/** The person's story through {@code /api/v1}: what a script can do, told role by role. */
@NullMarked
package jp.banso.story.api;

import org.jspecify.annotations.NullMarked;
