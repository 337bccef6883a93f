import type { CustomGroup } from "../../persistence/custom-groups.ts";
import type { TagFamily } from "../../persistence/label-tags.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { EndReason, StoredDiscount } from "../publishing/discounts/stored-discount.ts";
import type { Terms } from "../publishing/discounts/terms.ts";
import { nameOfLabel, type LiveProgram } from "../scoring/live-program.ts";

export type DiscountStatus =
  | "active"
  /** Its first day has not come. */
  | "scheduled"
  /** Its last day is over. */
  | "over"
  | "paused"
  | "ended"
  | "refused"
  | "on-its-way"
  /** Discounts or segments are switched off. */
  | "off";

export interface DiscountSummary {
  id: string;
  family: TagFamily;
  labelKey: string;
  /** The label's name today; its key when nothing is called by it any more. */
  labelName: string;
  terms: Terms;
  status: DiscountStatus;
  endReason: EndReason | null;
  /** What Shopify said when it refused. */
  problem: string | null;
  redemptions: number;
}

/** Where the names of labels are: in the program, and with the merchant's own groups. */
export interface LabelNames {
  program: LiveProgram;
  own: readonly Pick<CustomGroup, "key" | "name">[];
}

/** `today` is a calendar date in the shop's time zone: YYYY-MM-DD. */
export function describeDiscount(
  discount: StoredDiscount,
  shop: Pick<Shop, "publishDiscounts" | "publishSegments">,
  names: LabelNames,
  today: string,
): DiscountSummary {
  const { id, family, labelKey, terms, endReason, problem, redemptions } = discount;
  return {
    id,
    family,
    labelKey,
    labelName: nameIn(names, family, labelKey),
    terms,
    status: statusOf(discount, shop, today),
    endReason,
    problem,
    redemptions,
  };
}

function nameIn({ program, own }: LabelNames, family: TagFamily, labelKey: string): string {
  return family === "list"
    ? (own.find(({ key }) => key === labelKey)?.name ?? labelKey)
    : nameOfLabel(program, family, labelKey);
}

function statusOf(
  { state, problem, published, terms }: StoredDiscount,
  shop: Pick<Shop, "publishDiscounts" | "publishSegments">,
  today: string,
): DiscountStatus {
  if (state === "ended") return "ended";
  if (!shop.publishDiscounts || !shop.publishSegments) return "off";
  if (problem !== null) return "refused";
  if (state === "paused") return "paused";
  if (published?.state !== "running") return "on-its-way";
  if (terms.startsOn > today) return "scheduled";
  return terms.endsOn !== null && terms.endsOn < today ? "over" : "active";
}
