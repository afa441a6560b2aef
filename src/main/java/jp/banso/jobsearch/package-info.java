/** 求職活動: consultations, applications, results, conditions and accompaniment. */
@NullMarked
package jp.banso.jobsearch;

import org.jspecify.annotations.NullMarked;
