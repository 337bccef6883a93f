import { createAutomaticDiscount, type DiscountFacts } from "../../world/discount-actions.ts";
import type { RequestContext } from "../field-resolver.ts";
import { problemsWithActiveLimit, problemsWithPeriod } from "./automatic-discount-rules.ts";
import { readDiscountInput, type AutomaticBasicInput } from "./discount-input.ts";
import { userError, type UserError } from "./user-error.ts";

/** `discountAutomaticBasicCreate`. */
export function discountAutomaticBasicCreate(
  _root: unknown,
  { automaticBasicDiscount: input }: { automaticBasicDiscount: AutomaticBasicInput },
  { shop: { world } }: RequestContext,
) {
  const { facts, errors } = readDiscountInput(world, input, { kind: "all" });
  const userErrors: UserError[] = [...errors];
  if (input.title === undefined)
    userErrors.push(
      userError(["automaticBasicDiscount", "title"], "Title can't be blank", "BLANK"),
    );
  if (facts.startsAtMs === undefined)
    userErrors.push(
      userError(["automaticBasicDiscount", "startsAt"], "Starts at can't be blank", "BLANK"),
    );
  if (facts.value === undefined && errors.length === 0) {
    userErrors.push(
      userError(
        ["automaticBasicDiscount", "customerGets", "value"],
        "Value can't be blank",
        "BLANK",
      ),
    );
  }
  if (
    userErrors.length > 0 ||
    facts.title === undefined ||
    facts.startsAtMs === undefined ||
    facts.value === undefined
  ) {
    return { automaticDiscountNode: null, userErrors };
  }
  const complete: DiscountFacts = {
    context: { kind: "all" },
    endsAtMs: null,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
    minimum: null,
    tags: [],
    ...facts,
    title: facts.title,
    startsAtMs: facts.startsAtMs,
    value: facts.value,
  };
  const laterErrors = [...problemsWithPeriod(complete), ...problemsWithActiveLimit(world)];
  if (laterErrors.length > 0) return { automaticDiscountNode: null, userErrors: laterErrors };
  return { automaticDiscountNode: createAutomaticDiscount(world, complete), userErrors: [] };
}
