import { createDiscount, type DiscountFacts } from "../../../world/discount-actions.ts";
import type { World } from "../../../world/world.ts";
import { problemsWithActiveLimit } from "./active-limit.ts";
import { checkCode } from "./discount-code-rules.ts";
import type { DiscountInput } from "./discount-input.ts";
import { discountPayload, type DiscountKind } from "./discount-kind.ts";
import { ProblemList } from "./problem-list.ts";
import { readDiscountInput } from "./read-discount-input.ts";

/** Creates a discount of a kind, or says everything that is wrong with the input. */
export function createDiscountAs(kind: DiscountKind, world: World, input: DiscountInput) {
  const problems = new ProblemList(kind.root);
  if (!kind.isAutomatic) checkCode(world, input.code, null, problems);
  const facts = readDiscountInput(world, input, kind, null, problems);
  const { title, startsAtMs, rule } = facts;
  if (!problems.isEmpty || title === undefined || startsAtMs === undefined || rule === undefined)
    return discountPayload(kind.isAutomatic, null, problems.userErrors);
  const complete: DiscountFacts = {
    context: { kind: "all" },
    endsAtMs: null,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    recurringCycleLimit: 1,
    usageLimit: null,
    appliesOncePerCustomer: false,
    tags: [],
    ...facts,
    title,
    startsAtMs,
    rule,
  };
  const limitErrors = kind.isAutomatic ? problemsWithActiveLimit(world) : [];
  if (limitErrors.length > 0) return discountPayload(kind.isAutomatic, null, limitErrors);
  const code = kind.isAutomatic ? null : (input.code ?? null);
  return discountPayload(kind.isAutomatic, createDiscount(world, complete, code));
}
