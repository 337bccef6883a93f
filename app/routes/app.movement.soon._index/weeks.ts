import type { DueSoonPage } from "../../use-cases/pages/due-soon.ts";

const dayMs = 86_400_000;
type DueRow = DueSoonPage["rows"][number];

/** Day 4 of 1970 was a Monday. */
const aMonday = 4;

export interface Week {
  /** Its Monday and its Sunday, YYYY-MM-DD. */
  from: string;
  until: string;
  rows: DueRow[];
}

/** Rows in their order, by the week of their change. */
export function byWeek(rows: readonly DueRow[]): Week[] {
  const weeks: Week[] = [];
  for (const row of rows) {
    const day = Date.parse(`${row.change.on}T00:00:00Z`) / dayMs;
    const monday = day - ((((day - aMonday) % 7) + 7) % 7);
    const from = dateOf(monday);
    const last = weeks.at(-1);
    if (last?.from === from) last.rows.push(row);
    else weeks.push({ from, until: dateOf(monday + 6), rows: [row] });
  }
  return weeks;
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
