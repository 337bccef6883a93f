import type { Discount } from "../../../world/discount.ts";
import type { DiscountFacts } from "../../../world/discount-actions.ts";
import type { World } from "../../../world/world.ts";
import type { DiscountInput } from "./discount-input.ts";
import type { DiscountKind } from "./discount-kind.ts";
import { MAX_INT, type ProblemList } from "./problem-list.ts";
import { readDiscountContext } from "./read-discount-context.ts";
import { readDiscountRule } from "./read-discount-rule.ts";

const MAX_TITLE_CHARACTERS = 255;

/** Reads a discount input into what it sets, noting everything wrong in it. @param current the discount to change. */
export function readDiscountInput(
  world: World,
  input: DiscountInput,
  kind: DiscountKind,
  current: Discount | null,
  problems: ProblemList,
): Partial<DiscountFacts> {
  const facts: Partial<DiscountFacts> = {};
  checkTitle(input.title, current, problems);
  if (input.title != null) facts.title = input.title;
  if (input.context != null && input.customerSelection != null)
    problems.add("context", "Only one of context or customerSelection can be provided.", "INVALID");
  else {
    const before = current?.context ?? { kind: "all" as const };
    if (input.context != null)
      facts.context = readDiscountContext(world, input.context, before, "context", problems);
    if (input.customerSelection != null)
      facts.context = readDiscountContext(
        world,
        input.customerSelection,
        before,
        "customerSelection",
        problems,
      );
  }
  readPeriod(input, current, facts, problems);
  readCombinations(world, input, kind, facts, problems);
  readLimits(input, facts, problems);
  const rule = readDiscountRule(world, input, kind, current?.rule ?? null, problems);
  if (rule !== null) facts.rule = rule;
  if (input.tags != null) facts.tags = input.tags;
  const oneTime = input.appliesOnOneTimePurchase ?? input.customerGets?.appliesOnOneTimePurchase;
  const subscription = input.appliesOnSubscription ?? input.customerGets?.appliesOnSubscription;
  if (oneTime != null) facts.appliesOnOneTimePurchase = oneTime;
  if (subscription != null) facts.appliesOnSubscription = subscription;
  return facts;
}

function checkTitle(
  title: string | null | undefined,
  current: Discount | null,
  problems: ProblemList,
): void {
  if (title === undefined && current !== null) return;
  if (title == null || title.trim() === "") problems.add("title", "Title can't be blank", "BLANK");
  else if (title.length > MAX_TITLE_CHARACTERS)
    problems.add(
      "title",
      `Title is too long (maximum is ${MAX_TITLE_CHARACTERS} characters)`,
      "TOO_LONG",
    );
}

function readPeriod(
  { startsAt, endsAt }: DiscountInput,
  current: Discount | null,
  facts: Partial<DiscountFacts>,
  problems: ProblemList,
): void {
  if (startsAt != null) facts.startsAtMs = wholeSecondsOf(startsAt);
  else if (startsAt === null || current === null)
    problems.add("startsAt", "Starts at can't be blank", "BLANK");
  if (endsAt !== undefined) facts.endsAtMs = endsAt === null ? null : wholeSecondsOf(endsAt);
  const startsAtMs = facts.startsAtMs ?? current?.startsAtMs;
  const endsAtMs = facts.endsAtMs === undefined ? current?.endsAtMs : facts.endsAtMs;
  if (startsAtMs !== undefined && endsAtMs != null && endsAtMs <= startsAtMs)
    problems.add("endsAt", "Ends at needs to be after starts_at", "INVALID");
}

function readCombinations(
  { shop }: World,
  { combinesWith }: DiscountInput,
  { rule }: DiscountKind,
  facts: Partial<DiscountFacts>,
  problems: ProblemList,
): void {
  if (combinesWith == null) return;
  const { orderDiscounts, productDiscounts, shippingDiscounts } = combinesWith;
  if (combinesWith.productDiscountsWithTagsOnSameCartLine != null && shop.plan !== "plus")
    problems.add(
      "combinesWith.productDiscountsWithTagsOnSameCartLine",
      "The shop's plan does not allow setting `productDiscountsWithTagsOnSameCartLine`.",
      "PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_NOT_ENTITLED",
    );
  if (rule === "free-shipping" && shippingDiscounts === true)
    problems.add(
      "combinesWith",
      "The combinesWith settings are not valid for the discount class.",
      "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS",
    );
  facts.combinesWith = {
    orderDiscounts: orderDiscounts === true,
    productDiscounts: productDiscounts === true,
    shippingDiscounts: shippingDiscounts === true,
  };
}

function readLimits(
  { usageLimit, appliesOncePerCustomer, recurringCycleLimit }: DiscountInput,
  facts: Partial<DiscountFacts>,
  problems: ProblemList,
): void {
  if (usageLimit != null) {
    if (usageLimit <= 0)
      problems.add("usageLimit", "Usage limit must be greater than 0", "GREATER_THAN");
    if (usageLimit > MAX_INT)
      problems.add(
        "usageLimit",
        `Usage limit must be less than or equal to ${MAX_INT}`,
        "LESS_THAN_OR_EQUAL_TO",
      );
  }
  if (usageLimit !== undefined) facts.usageLimit = usageLimit;
  if (recurringCycleLimit !== undefined) facts.recurringCycleLimit = recurringCycleLimit;
  if (appliesOncePerCustomer != null) facts.appliesOncePerCustomer = appliesOncePerCustomer;
}

/** Shopify keeps whole seconds. */
function wholeSecondsOf(dateTime: string): number {
  return Math.floor(Date.parse(dateTime) / 1000) * 1000;
}
