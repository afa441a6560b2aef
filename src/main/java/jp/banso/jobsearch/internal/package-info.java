/** Applications in the database and what the job search steps record. */
@NullMarked
package jp.banso.jobsearch.internal;

import org.jspecify.annotations.NullMarked;
