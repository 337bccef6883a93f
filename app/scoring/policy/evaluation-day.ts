import type { Evaluation } from "../program/program.ts";

const dayMs = 86_400_000;

/**
 * Is the base calibrated anew on this day: on every day, on Mondays, or on the first of a month.
 *
 * Example: 1970-01-05, day 4, was a Monday.
 */
export function isEvaluationDay(evaluation: Evaluation, day: number): boolean {
  return nextEvaluationDay(evaluation, day - 1) === day;
}

/** The first such day after `day`. */
export function nextEvaluationDay(evaluation: Evaluation, day: number): number {
  switch (evaluation) {
    case "daily":
      return day + 1;
    case "weekly":
      return 7 * (Math.floor((day - 4) / 7) + 1) + 4;
    case "monthly": {
      const date = new Date(day * dayMs);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayMs;
    }
  }
}
