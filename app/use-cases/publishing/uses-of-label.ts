import { listDiscounts } from "../../persistence/discounts.ts";
import { listPublishedSegments } from "../../persistence/published-objects.ts";
import type { App } from "../app.ts";
import { storedDiscountOf, type DiscountState } from "./discounts/stored-discount.ts";

export interface LabelUses {
  /** The name of our segment in Shopify; null = there is none. */
  segment: string | null;
  /** Those that have not ended: taking the label away ends them. */
  discounts: { id: string; title: string; state: DiscountState }[];
}

/** What in Shopify goes when a tier or a group is taken out of the program. */
export async function listUsesOfLabel(
  app: App,
  shop: string,
  family: "tier" | "group",
  labelKey: string,
): Promise<LabelUses> {
  const segments = await listPublishedSegments(app.db, shop);
  const discounts = (await listDiscounts(app.db, shop)).map(storedDiscountOf);
  return {
    segment:
      segments.find((each) => each.family === family && each.labelKey === labelKey)?.name ?? null,
    discounts: discounts
      .filter((each) => each.family === family && each.labelKey === labelKey)
      .filter(({ state }) => state !== "ended")
      .map(({ id, state, terms }) => ({ id, title: terms.title, state })),
  };
}
