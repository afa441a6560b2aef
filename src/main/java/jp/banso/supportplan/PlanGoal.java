package jp.banso.supportplan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One goal of a plan, with the day by which it should be reached. */
public record PlanGoal(String goalId, String planId, int goalNo, String goalText, @Nullable LocalDate targetOn) {}
