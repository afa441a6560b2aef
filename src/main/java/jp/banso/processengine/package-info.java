/** The seam to the process engine: what a model may do, how it is published, and the one door to running processes. */
@NullMarked
package jp.banso.processengine;

import org.jspecify.annotations.NullMarked;
