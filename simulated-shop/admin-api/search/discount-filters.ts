import {
  discountClassOf,
  discountStatusAt,
  isAutomatic,
  type Discount,
} from "../../world/discount.ts";
import type { RequestContext } from "../field-resolver.ts";
import { byChoice, byId, byMoment, byNumber, byText, type SearchFilters } from "./search-filter.ts";

const TYPE_BY_RULE = {
  basic: null,
  "free-shipping": "free_shipping",
  bxgy: "bxgy",
} as const;

/** `discount_type`, `type`: what kind of thing it takes off. */
function typeOf({ rule }: Discount): string {
  const named = TYPE_BY_RULE[rule.kind];
  if (named !== null || rule.kind !== "basic") return named ?? "";
  return rule.value.kind === "percentage" ? "percentage" : "fixed_amount";
}

/** The filters of `discountNodes` and its kin. */
export function discountFiltersFor({ shop }: RequestContext): SearchFilters<Discount> {
  return {
    byField: {
      id: byId(({ id }) => id),
      title: byText(({ title }) => title),
      code: byText(({ codes }) => codes.map(({ code }) => code).join(" ")),
      method: byChoice(["automatic", "code", "all"], (discount) =>
        isAutomatic(discount) ? "automatic" : "code",
      ),
      status: byChoice(["active", "expired", "scheduled"], (discount) =>
        discountStatusAt(discount, shop.world.clock.nowMs()),
      ),
      discount_type: byText(typeOf),
      type: byText(typeOf),
      discount_class: byText((discount) => discountClassOf(discount)),
      tag: byText(({ tags }) => tags.join(",")),
      times_used: byNumber(({ usageCount }) => usageCount),
      starts_at: byMoment("starts_at", ({ startsAtMs }) => startsAtMs),
      ends_at: byMoment("ends_at", ({ endsAtMs }) => endsAtMs),
      created_at: byMoment("created_at", ({ createdAtMs }) => createdAtMs),
      updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
    },
    freeText: (word) => (discount) =>
      discount.title.toLowerCase().includes(word) ||
      discount.codes.some(({ code }) => code.toLowerCase().includes(word)),
  };
}
