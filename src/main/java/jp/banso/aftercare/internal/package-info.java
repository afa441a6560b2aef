/** Jobs and contacts in the database and what the retention steps record. */
@NullMarked
package jp.banso.aftercare.internal;

import org.jspecify.annotations.NullMarked;
