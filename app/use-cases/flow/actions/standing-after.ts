import type { Database } from "../../../persistence/database.ts";
import { readFormer } from "../../../persistence/standings.ts";
import { groupSchemeOf, type Program } from "../../../scoring/index.ts";
import type { FlowReturn } from "./outcome.ts";

export interface Labels {
  tier: string | null;
  group: string | null;
}

/** Null for somebody we have no standing of. */
export async function readLabels(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<Labels | null> {
  const [standing] = await readFormer(db, shop, [customerId]);
  return standing ?? null;
}

/** Where a customer stands after an action and stood before it, by name, for the steps that follow. */
export function describeStanding(
  program: Program,
  before: Labels | null,
  after: Labels | null,
): FlowReturn {
  const tierName = nameIn(program.tiers);
  const groupName = nameIn(groupSchemeOf(program).groups);
  const tierKey = after?.tier ?? null;
  return {
    tier: tierName(tierKey),
    tierKey,
    group: groupName(after?.group ?? null),
    previousTier: tierName(before?.tier ?? null),
    tierChanged: tierKey !== (before?.tier ?? null),
  };
}

function nameIn(labels: readonly { key: string; name: string }[]) {
  return (key: string | null) =>
    key === null ? null : (labels.find((label) => label.key === key)?.name ?? key);
}
