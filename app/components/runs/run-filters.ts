import type { RunFilter, RunStanding, RunStarter } from "../../use-cases/pages/runs-page.ts";

/** Kinds of runs as the list is narrowed by them, in the order shown. */
export const runFilters = [
  "all",
  "program-change",
  "recalibration",
  "due",
  "order",
  "manual",
  "merge",
  "undo",
  "import",
] as const satisfies readonly RunFilter[];

export const runStarters = [
  "all",
  "you",
  "staff",
  "flow",
  "itself",
] as const satisfies readonly RunStarter[];

export const runStandings = [
  "all",
  "in-force",
  "undone",
  "partly-undone",
] as const satisfies readonly RunStanding[];
