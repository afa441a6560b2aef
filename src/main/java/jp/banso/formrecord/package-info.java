/** The one path of every completed step: form, validation, record, facts, engine. */
@NullMarked
package jp.banso.formrecord;

import org.jspecify.annotations.NullMarked;
