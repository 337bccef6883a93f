import type { MerchantRequest } from "../../tests/setup/ask-as-merchant.ts";
import { firstRunId } from "./made-moves.ts";
import { heavyCustomer, someProduct, usualCustomer, vipTag, type MadeShop } from "./made-shop.ts";

/** Whole documents as the admin opens them, and what pages ask for while they are looked at. By name. */
export function pagesOf({ fixedGroup, dynamicGroup }: MadeShop): Record<string, MerchantRequest> {
  return {
    tiers: page("/app/tiers"),
    programEditor: page("/app/tiers/edit"),
    shadow: page("/app/tiers/shadow"),
    movers: page("/app/tiers/movers"),
    moversUp: page("/app/tiers/movers", { direction: "up" }),
    movement30Days: page("/app/movement"),
    movement90Days: page("/app/movement", { period: "90" }),
    movement12Months: page("/app/movement", { period: "365" }),
    movementGroups12Months: page("/app/movement", { period: "365", of: "group" }),
    movementFlows12Months: page("/app/movement", { period: "365", flows: "shown" }),
    dueSoon: page("/app/movement/soon"),
    runs: page("/app/movement/runs"),
    runsOfOrders: page("/app/movement/runs", { kind: "order" }),
    runOfEverybody: page(`/app/movement/runs/${firstRunId}`),
    undoOfEverybodyAhead: part(
      `/app/movement/runs/${firstRunId}/undo`,
      "routes/app.movement.runs.$id.undo",
    ),
    customer: page(`/app/customers/${String(usualCustomer)}`),
    heavyCustomer: page(`/app/customers/${String(heavyCustomer)}`),
    adminBlock: part(`/app/customers/${String(usualCustomer)}/card`, cardRoute),
    adminBlockOfHeavyCustomer: part(`/app/customers/${String(heavyCustomer)}/card`, cardRoute),
    overrideAndGroupChoices: part("/app/groups/fixed", "routes/app.groups.fixed"),
    groupMap: page("/app/groups"),
    groupMapEditor: page("/app/groups/map"),
    groups: page("/app/groups/all"),
    groupNew: page("/app/groups/new"),
    groupFixed: page(`/app/groups/${fixedGroup}`),
    groupDynamic: page(`/app/groups/${dynamicGroup}`),
    crossTable: page("/app/groups/shopify"),
    publishing: page("/app/publishing"),
    ...customerLists,
    ...ruleCounts,
  };
}

const cardRoute = "routes/app.customers.$id.card";

function page(path: string, search: Record<string, string> = {}): MerchantRequest {
  return { path, search };
}

function part(path: string, routeId: string, body?: object): MerchantRequest {
  return { path, routeId, ...(body !== undefined && { body }) };
}

const moved = { moved: "tier.growth.core", until: "2026-06-30" };

const customerLists = Object.fromEntries(
  Object.entries({
    byValue: {},
    byValueUp: { direction: "ascending" },
    bySpend: { sort: "spent" },
    bySpendUp: { sort: "spent", direction: "ascending" },
    byOrders: { sort: "orders" },
    byLastOrder: { sort: "last-order" },
    byLastOrderUp: { sort: "last-order", direction: "ascending" },
    byNextChange: { sort: "next-change", direction: "ascending" },
    ofTier: { tier: "core" },
    ofGroup: { group: "dormant", sort: "spent" },
    ofTierAndGroup: { tier: "growth", group: "at-risk", sort: "last-order" },
    late: { risk: "late" },
    ofTrait: { trait: "price-sensitive", sort: "spent" },
    movingSoon: { view: "soon", sort: "next-change", direction: "ascending" },
    setByHand: { view: "by-hand" },
    movedIn30Days: { ...moved, since: "2026-05-31" },
    movedIn12Months: { ...moved, since: "-" },
    byNumber: { q: "7000000" },
  }).map(([name, search]) => [
    `customers${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    page("/app/customers", search),
  ]),
);

const conditions = {
  orders: { kind: "count", of: "orders", compare: "at-least", value: 3 },
  value: { kind: "count", of: "value", compare: "at-least", value: 50 },
  firstOrderSince: { kind: "count", of: "daysSinceFirstOrder", compare: "at-most", value: 700 },
  lastOrderSince: { kind: "count", of: "daysSinceLastOrder", compare: "at-most", value: 90 },
  chanceToBuy: { kind: "count", of: "chanceToBuy90d", compare: "at-least", value: 20 },
  averageOrder: { kind: "amount", of: "averageOrder", compare: "at-least", amount: "50" },
  expectedSpend: { kind: "amount", of: "expectedSpend365d", compare: "at-least", amount: "50" },
  tier: { kind: "label", family: "tier", is: true, keys: ["core"] },
  otherGroup: { kind: "label", family: "group", is: false, keys: ["new"] },
  stage: { kind: "stage", is: true, keys: ["mature"] },
  risk: { kind: "risk", is: true, keys: ["late"] },
  trait: { kind: "trait", is: true, trait: "price-sensitive" },
  country: { kind: "country", is: true, codes: ["GB"] },
  otherCountry: { kind: "country", is: false, codes: ["GB"] },
  product: { kind: "product", is: true, productId: String(someProduct) },
  otherProduct: { kind: "product", is: false, productId: String(someProduct) },
  productType: { kind: "product-type", is: true, productType: "Type 3" },
  otherProductType: { kind: "product-type", is: false, productType: "Type 3" },
  firstOrderDate: { kind: "date", of: "first-order", compare: "on-or-after", date: "2024-01-01" },
  lastOrderDate: { kind: "date", of: "last-order", compare: "on-or-after", date: "2026-01-01" },
  customerTag: vipTag,
  otherCustomerTag: { ...vipTag, is: false },
};
const { chanceToBuy, risk, trait, country, productType, firstOrderDate, customerTag } = conditions;
const oneOfEach = [chanceToBuy, risk, trait, country, productType, firstOrderDate, customerTag];

const ruleCounts = Object.fromEntries(
  Object.entries({
    ...Object.fromEntries(
      Object.entries(conditions).map(([name, one]) => [name, { match: "all", conditions: [one] }]),
    ),
    allOfEach: { match: "all", conditions: oneOfEach },
    anyOfEach: { match: "any", conditions: oneOfEach },
  }).map(([name, rule]) => [
    `rule${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    part("/app/groups/count", "routes/app.groups.count", rule),
  ]),
);
