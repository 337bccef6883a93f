import { createMemberCounter } from "../../simulated-shop/admin/count-segment-members.ts";
import { DISCOUNTS as sampleDiscounts } from "../../simulated-shop/sample-shop/draw-order.ts";
import type { Discount } from "../../simulated-shop/world/discount.ts";
import type { Metafield } from "../../simulated-shop/world/metafield.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import type { PlainStanding } from "./score-plainly.ts";

const usualPrefix = "echelon";
const ours = (tag: string, prefix = usualPrefix) => tag.startsWith(`${prefix}:`);

/** What a shop holds of us: of customers only those who have something. */
export interface Holdings {
  tags: Record<string, string[]>;
  /** By customer, then by key. */
  metafields: Record<string, Record<string, unknown>>;
  /** Of the shop itself, by key. */
  shopFields: Record<string, unknown>;
  /** By name. */
  segments: Record<string, { query: string; members: number | null }>;
  discounts: { title: string; fraction: number | null; segments: string[] }[];
}

export function holdingsOf(world: World, prefix = usualPrefix): Holdings {
  const countMembers = createMemberCounter(world);
  const customers = [...world.customers.values()];
  return {
    tags: Object.fromEntries(
      customers
        .map(({ id, tags }) => [String(id), tags.filter((tag) => ours(tag, prefix))] as const)
        .filter(([, tags]) => tags.length > 0),
    ),
    metafields: Object.fromEntries(
      customers
        .filter(({ metafields }) => metafields.length > 0)
        .map(({ id, metafields }) => [String(id), fieldsIn(metafields)]),
    ),
    shopFields: fieldsIn(world.shop.metafields),
    segments: Object.fromEntries(
      [...world.segments.values()].map((segment) => [
        segment.name,
        { query: segment.query, members: countMembers(segment) },
      ]),
    ),
    discounts: [...world.discounts.values()]
      .filter((discount) => !isSampleShops(discount))
      .map((discount) => describeDiscount(world, discount)),
  };
}

/** By key. What to offer next is the study's business, and has tests of its own. */
function fieldsIn(metafields: readonly Metafield[]): Record<string, unknown> {
  return Object.fromEntries(
    metafields.map(({ key, type, value }) => {
      if (type !== "json") return [key, value];
      const parsed: unknown = JSON.parse(value, (name: string, held: unknown) =>
        name === "products" ? undefined : held,
      );
      return [key, parsed];
    }),
  );
}

/** The codes the sample shop comes with, and nothing else: whatever came later is held against us. */
function isSampleShops({ gidType, title }: Discount): boolean {
  return gidType === "DiscountCodeNode" && sampleDiscounts.some(({ code }) => code === title);
}

function describeDiscount(world: World, { title, rule, context }: Discount) {
  const segmentIds = context.kind === "customer-segments" ? context.segmentIds : [];
  return {
    title,
    fraction:
      rule.kind === "basic" && rule.value.kind === "percentage" ? rule.value.fraction : null,
    segments: segmentIds.map((id) => world.segments.get(id)?.name ?? "gone"),
  };
}

/** Tags that are not ours, by customer: nobody but the merchant may change them. */
export function othersTagsIn(world: World): Record<string, string[]> {
  return Object.fromEntries(
    [...world.customers.values()].map(({ id, tags }) => [
      String(id),
      tags.filter((tag) => !ours(tag)),
    ]),
  );
}

/** Discounts that are not ours, with all that a merchant set: nobody but the merchant may change them. */
export function othersDiscountsIn(world: World): object[] {
  return [...world.discounts.values()]
    .filter(isSampleShops)
    .map(({ usageCount: _uses, redeemers: _who, codes, ...settings }) => ({
      ...settings,
      codes: codes.map(({ id, code }) => ({ id, code })),
    }));
}

const groups = {
  "high-value": "High value",
  potential: "Potential",
  new: "New",
  "at-risk": "At risk",
  dormant: "Dormant",
};
const tiers = { core: "Core", growth: "Growth", base: "Base" };

/** What a shop must hold of us when everything is published and customers stand like this. */
export function holdingsFor(
  standings: ReadonlyMap<number, PlainStanding>,
  prefix = usualPrefix,
): Holdings {
  const ranked = [...standings].map(([id, standing]) => [String(id), standing] as const);
  const countWith = (family: "tier" | "group", key: string) =>
    ranked.filter(([, standing]) => standing[family] === key).length;
  const segmentsOf = (family: "tier" | "group", names: Record<string, string>) =>
    Object.entries(names).map(([key, name]): [string, Holdings["segments"][string]] => [
      `Echelon ${family}: ${name}`,
      {
        query: `customer_tags CONTAINS '${prefix}:${family}:${key}'`,
        members: countWith(family, key),
      },
    ]);
  return {
    tags: Object.fromEntries(
      ranked.map(([id, { tier, group }]) => [
        id,
        [`${prefix}:group:${group}`, `${prefix}:tier:${tier}`],
      ]),
    ),
    metafields: Object.fromEntries(
      ranked.map(([id, standing]) => [id, fieldsFor(standing, standings)]),
    ),
    shopFields: { tiers: Object.entries(tiers).map(([key, name]) => ({ key, name })) },
    segments: Object.fromEntries([...segmentsOf("tier", tiers), ...segmentsOf("group", groups)]),
    discounts: [{ title: "Core: 10% off", fraction: 0.1, segments: ["Echelon tier: Core"] }],
  };
}

function fieldsFor(standing: PlainStanding, all: ReadonlyMap<number, PlainStanding>) {
  const { tier, group, valueE4, recencyScore, frequencyScore, monetaryScore } = standing;
  const scores = { recency: recencyScore, frequency: frequencyScore, monetary: monetaryScore };
  const next = nextOf(standing, [...all.values()]);
  return { tier, standing: { tier, group, value: valueE4 / 10_000, scores, next } };
}

/** A tier begins above the highest value among those below it. */
function nextOf({ tier, valueE4 }: PlainStanding, all: readonly PlainStanding[]) {
  const ladder = Object.keys(tiers);
  const place = ladder.indexOf(tier);
  const next = ladder[place - 1];
  if (next === undefined) return null;
  const startOf = (index: number) =>
    Math.max(
      0,
      ...all.filter((each) => ladder.indexOf(each.tier) > index).map((each) => each.valueE4),
    );
  const [from, to] = [startOf(place), startOf(place - 1)];
  const done = to > from ? Math.floor((100 * (valueE4 - from)) / (to - from)) : 0;
  return { tier: next, donePercent: Math.min(99, done), missing: null };
}
