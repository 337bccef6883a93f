import { z } from "zod";
import type { RunPlace } from "../../persistence/run-list.ts";

const parts = z.tuple([
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  z.uuid(),
]);

/** `1782820800000_0197…`: when the run to go on from was decided, and its id. */
export function writeRunCursor({ decidedAt, id }: RunPlace): string {
  return [decidedAt.getTime(), id].join("_");
}

/** Null for anything that is not a cursor of ours. */
export function readRunCursor(text: string): RunPlace | null {
  const parsed = parts.safeParse(text.split("_"));
  if (!parsed.success) return null;
  const [atMs, id] = parsed.data;
  const decidedAt = new Date(atMs);
  return Number.isNaN(decidedAt.getTime()) ? null : { decidedAt, id };
}
