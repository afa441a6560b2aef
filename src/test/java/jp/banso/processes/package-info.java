/** The shipped models, played by the scenarios that lie beside them. */
@NullMarked
package jp.banso.processes;

import org.jspecify.annotations.NullMarked;
