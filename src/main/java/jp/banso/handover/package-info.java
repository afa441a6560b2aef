/** 異動の引継ぎ: moves what a leaving worker leads and holds to colleagues, and watches over the first contacts. */
@NullMarked
package jp.banso.handover;

import org.jspecify.annotations.NullMarked;
