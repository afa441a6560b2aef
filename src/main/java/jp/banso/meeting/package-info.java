/** 支援調整会議: one meeting decides many cases, and each case goes on by itself. */
@NullMarked
package jp.banso.meeting;

import org.jspecify.annotations.NullMarked;
