/** 支援要請 to Hello Work: sending, answer, interview and menu. */
@NullMarked
package jp.banso.hellowork;

import org.jspecify.annotations.NullMarked;
