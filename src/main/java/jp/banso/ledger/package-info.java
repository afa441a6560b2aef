/** 台帳の取込: consultations of an older book become people, cases and running processes, once. */
@NullMarked
package jp.banso.ledger;

import org.jspecify.annotations.NullMarked;
