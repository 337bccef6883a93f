import type { AutomaticState } from "../../persistence/standings.ts";
import type { RankLabels } from "../../scoring/index.ts";

/**
 * The decision that a hold hides: the automatic tier is another one, and the tier in effect did not go there with it.
 * Null when there is none.
 */
export function automaticDecision(
  before: AutomaticState,
  labels: RankLabels,
  now: AutomaticState & RankLabels & { heldBy: readonly string[] },
): { family: "automatic"; fromKey: string | null; toKey: string | null } | null {
  if (before.autoTier === now.autoTier) return null;
  if (labels.tier !== now.tier && now.tier === now.autoTier) return null;
  // Somebody scored before there was a policy has their tier, and no state yet. Under a hold it is the hold's tier.
  if (before.autoTier === null && labels.tier === now.autoTier && now.heldBy.length === 0)
    return null;
  return { family: "automatic", fromKey: before.autoTier, toKey: now.autoTier };
}
