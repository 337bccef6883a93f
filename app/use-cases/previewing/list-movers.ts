import type { ProgramProblem } from "../../scoring/index.ts";
import type { BaseCache } from "./base-cache.ts";
import { moverAt } from "./compare-programs.ts";
import type { LabelMove, Mover } from "./preview-words.ts";
import { judgeForm, type PreviewApp } from "./preview-program.ts";
import { FamilyTally, matchLabels } from "./tally-family.ts";
import { createDirections, mergeLadders } from "./tier-order.ts";

export interface MoverQuestion {
  /** A step, as keys; null in a step is "not ranked". */
  step: { from: string | null; to: string | null } | null;
  direction: LabelMove["direction"] | null;
  /** What of the moves would be applied; all of them when left out. */
  part?: "all" | "upgrades";
  /** How many to leave out, and how many to list at most. */
  skip: number;
  most: number;
}

export type MoversResult =
  | {
      kind: "movers";
      /** Of those asked for. */
      total: number;
      movers: Mover[];
      /** Every step that anybody makes, whoever was asked for. */
      steps: Omit<LabelMove, "windowNetMinorUnits">[];
      labels: { key: string; name: string }[];
    }
  | { kind: "refused"; problems: ProgramProblem[] };

/** Who would change tier if a form were saved, by what they spent in the window, the most first. */
export async function listMovers(
  app: PreviewApp,
  bases: BaseCache,
  shop: string,
  form: unknown,
  { step, direction, part, skip, most }: MoverQuestion,
  now: Date,
): Promise<MoversResult> {
  const judged = await judgeForm(app, bases, shop, form, now, part);
  if (judged.kind === "refused") return judged;
  const { base, decided, live, program } = judged;
  const ladder = mergeLadders(live.tiers, program.tiers);
  const directionOf = createDirections(ladder);
  const same = matchLabels(base.tier, decided.tier);
  const rows: number[] = [];
  const tally = new FamilyTally(base.tier, decided.tier);
  for (let row = 0; row < base.customers.count; row++) {
    const from = base.tier.at(row);
    const to = decided.tier.at(row);
    if (same(from) === to) continue;
    tally.add(from, to, 0);
    const fromKey = base.tier.keyAt(row);
    const toKey = decided.tier.keys[to] ?? null;
    if (step !== null && (step.from !== fromKey || step.to !== toKey)) continue;
    if (direction !== null && directionOf(fromKey, toKey) !== direction) continue;
    rows.push(row);
  }
  const spend = decided.windowSpendMinor;
  const sorted = Uint32Array.from(rows).sort(
    (one, other) => (spend[other] ?? 0) - (spend[one] ?? 0) || one - other,
  );
  const listed = sorted.subarray(skip, skip + most);
  return {
    kind: "movers",
    total: rows.length,
    steps: tally.list().map(({ spendMinor: _, ...step }) => ({
      ...step,
      direction: directionOf(step.from, step.to),
    })),
    movers: Array.from(listed, (row) => moverAt(base, decided, row, directionOf)),
    labels: ladder.map((key) => ({ key, name: nameOf(key, live.tiers, program.tiers) })),
  };
}

type Named = readonly { key: string; name: string }[];

function nameOf(key: string, live: Named, program: Named): string {
  return [...program, ...live].find((tier) => tier.key === key)?.name ?? key;
}
