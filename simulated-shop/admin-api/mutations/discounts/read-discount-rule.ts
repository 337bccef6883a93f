import type {
  BasicRule,
  DiscountDestination,
  DiscountRule,
  FreeShippingRule,
} from "../../../world/discount.ts";
import type { World } from "../../../world/world.ts";
import type { DiscountInput } from "./discount-input.ts";
import type { DiscountKind } from "./discount-kind.ts";
import type { ProblemList } from "./problem-list.ts";
import { badDiscountRequest } from "./read-discount-context.ts";
import { readBxgyRule } from "./read-bxgy-rule.ts";
import { readDiscountItems } from "./read-discount-items.ts";
import { readBasicValue, readMinimum, toMinor } from "./read-discount-value.ts";

/**
 * What the discount does; null when the input is not enough for it.
 *
 * @param current what an update starts from; of another kind, it is begun anew, as at Shopify.
 */
export function readDiscountRule(
  world: World,
  input: DiscountInput,
  { rule, isAutomatic }: DiscountKind,
  current: DiscountRule | null,
  problems: ProblemList,
): DiscountRule | null {
  switch (rule) {
    case "basic":
      return readBasicRule(
        world,
        input,
        current?.kind === "basic" ? current : null,
        isAutomatic,
        problems,
      );
    case "free-shipping":
      return readFreeShippingRule(
        world,
        input,
        current?.kind === "free-shipping" ? current : null,
        problems,
      );
    case "bxgy":
      return readBxgyRule(
        world,
        input,
        current?.kind === "bxgy" ? current : null,
        isAutomatic,
        problems,
      );
  }
}

function readBasicRule(
  world: World,
  input: DiscountInput,
  current: BasicRule | null,
  isAutomatic: boolean,
  problems: ProblemList,
): BasicRule | null {
  const { customerGets, minimumRequirement } = input;
  const items = readDiscountItems(
    world,
    customerGets?.items,
    current?.items ?? null,
    "customerGets.items",
    problems,
  );
  const value =
    readBasicValue(world, customerGets?.value, isAutomatic, problems) ?? current?.value ?? null;
  const minimum =
    minimumRequirement === undefined
      ? (current?.minimum ?? null)
      : readMinimum(world, minimumRequirement, problems);
  if (value === null) {
    if (problems.isEmpty) problems.add("customerGets.value", "Value can't be blank", "BLANK");
    return null;
  }
  return { kind: "basic", value, items: items ?? { kind: "all" }, minimum };
}

function readFreeShippingRule(
  world: World,
  { destination, maximumShippingPrice, minimumRequirement }: DiscountInput,
  current: FreeShippingRule | null,
  problems: ProblemList,
): FreeShippingRule {
  return {
    kind: "free-shipping",
    destination: readDestination(destination, current?.destination ?? { kind: "all" }),
    maximumShippingMinor:
      maximumShippingPrice === undefined
        ? (current?.maximumShippingMinor ?? null)
        : maximumShippingPrice === null
          ? null
          : toMinor(world, maximumShippingPrice),
    minimum:
      minimumRequirement === undefined
        ? (current?.minimum ?? null)
        : readMinimum(world, minimumRequirement, problems),
  };
}

function readDestination(
  destination: DiscountInput["destination"],
  current: DiscountDestination,
): DiscountDestination {
  if (destination?.countries == null) return destination?.all === true ? { kind: "all" } : current;
  const { add, remove, includeRestOfWorld } = destination.countries;
  const before = current.kind === "countries" ? current.countryCodes : [];
  const removed = new Set(remove ?? []);
  if ((add ?? []).some((code) => removed.has(code)))
    throw badDiscountRequest("A country code is present in `add` and `remove` field");
  return {
    kind: "countries",
    countryCodes: [...new Set([...before, ...(add ?? [])])].filter((code) => !removed.has(code)),
    includesRestOfWorld: includeRestOfWorld === true,
  };
}
