import { z } from "zod";
import type { MovedFilter } from "../../use-cases/pages/customer-list.ts";

/** In an address a hyphen by itself, which no key is, stands for no label and for the first calculation. */
const NONE = "-";

const movedSchema = z.object({
  move: z.tuple([z.enum(["tier", "group"]), z.string().max(60), z.string().max(60)]),
  since: z.union([z.iso.date(), z.literal(NONE)]),
  until: z.iso.date(),
});

/** Whoever went from one label to another between the ends of two days. */
export function movedFromAddress(params: URLSearchParams): MovedFilter | null {
  const asked = movedSchema.safeParse({
    move: params.get("moved")?.split("."),
    since: params.get("since"),
    until: params.get("until"),
  });
  if (!asked.success) return null;
  const { move, since, until } = asked.data;
  const [family, from, to] = move;
  return { family, fromKey: keyOf(from), toKey: keyOf(to), from: keyOf(since), until };
}

export function movedParameters(moved: MovedFilter): URLSearchParams {
  const { family, fromKey, toKey, from, until } = moved;
  return new URLSearchParams({
    moved: [family, fromKey ?? NONE, toKey ?? NONE].join("."),
    since: from ?? NONE,
    until,
  });
}

function keyOf(part: string): string | null {
  return part === NONE ? null : part;
}
