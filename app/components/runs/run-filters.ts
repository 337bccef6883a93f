import type { RunFilter } from "../../use-cases/pages/runs-page.ts";

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
