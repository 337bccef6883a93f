import { describe, expect, test } from "vitest";
import { addCustomer } from "../world/add-customer.ts";
import { placeOrder } from "../world/place-order.ts";
import { smallWorld, teaOf } from "../world/small-world.test-support.ts";
import { createMetafieldDefinition } from "../world/metafield-definition-actions.ts";
import { setMetafields } from "../world/set-metafields.ts";
import type { World } from "../world/world.ts";
import { compileSegmentQuery } from "./compile-segment-query.ts";

/**
 * Ada: tag Core, 2 orders on two days, 37.50, tier metafield 3. Grace: no tag, 1 order, 12.50, subscribed. Edsger: tags
 * core-old and VIP, no orders.
 */
function threeCustomers(): World {
  const world = smallWorld();
  const product = teaOf(world);
  const ada = addCustomer(world, { email: "ada@tea.example", tags: ["Core"], countryCode: "GB" });
  const grace = addCustomer(world, { email: "grace", countryCode: "US", acceptsMarketing: true });
  addCustomer(world, { email: "edsger", tags: ["core-old", "VIP"], countryCode: "NL" });
  const order = { product, unitPriceMinor: 1250, discountMinor: 0 };
  placeOrder(world, { customer: ada, lineItems: [{ ...order, quantity: 1 }] });
  world.clock.advanceByMs(3 * 86_400_000);
  placeOrder(world, { customer: ada, lineItems: [{ ...order, quantity: 2 }] });
  placeOrder(world, { customer: grace, lineItems: [{ ...order, quantity: 1 }] });
  createMetafieldDefinition(world, TIER_DEFINITION);
  const { namespace, key, type } = TIER_DEFINITION;
  setMetafields(world, [{ owner: ada, namespace, key, type, value: "3" }]);
  return world;
}

const TIER_DEFINITION = {
  ownerType: "CUSTOMER",
  namespace: "loyalty",
  key: "tier",
  type: "number_integer",
  name: "Tier",
  description: null,
  validations: [],
  access: { admin: "PUBLIC_READ_WRITE", storefront: "NONE", customerAccount: "NONE" },
  capabilities: {
    adminFilterable: false,
    analyticsQueryable: false,
    cartToOrderCopyable: false,
    smartCollectionCondition: false,
    uniqueValues: false,
  },
  pin: false,
} as const;

function membersOf(query: string, world: World = threeCustomers()): string[] {
  const compiled = compileSegmentQuery(query, world);
  if (compiled.kind !== "test") throw new Error(JSON.stringify(compiled));
  return [...world.customers.values()]
    .filter((customer) => compiled.test(customer))
    .map(({ email }) => email.replace(/@.*/, ""));
}

function messagesOf(
  query: string,
  functionSpelling: "call" | "matches" | "both" = "both",
): readonly string[] {
  const compiled = compileSegmentQuery(query, smallWorld(), { functionSpelling });
  return compiled.kind === "invalid" ? compiled.messages : [compiled.kind];
}

describe("membership", () => {
  test.each([
    ["customer_tags CONTAINS 'core'", ["ada"]],
    ["customer_tags NOT CONTAINS 'CORE'", ["grace", "edsger"]],
    ["customer_tags IS NULL", ["grace"]],
    ["number_of_orders >= 1", ["ada", "grace"]],
    ["number_of_orders = 0", ["edsger"]],
    ["number_of_orders BETWEEN 1 AND 1", ["grace"]],
    ["amount_spent > 12.50", ["ada"]],
    ["customer_countries CONTAINS 'US'", ["grace"]],
    ["email_subscription_status = 'SUBSCRIBED'", ["grace"]],
    [
      "number_of_orders = 0 OR amount_spent > 30 AND customer_tags CONTAINS 'core'",
      ["ada", "edsger"],
    ],
    ["(number_of_orders = 0 OR amount_spent > 30) AND customer_tags CONTAINS 'VIP'", ["edsger"]],
    ["NOT customer_tags CONTAINS 'core'", ["grace", "edsger"]],
    ["customer_countries CONTAINS 'us'", []],
    ["last_order_date = today", ["ada", "grace"]],
    ["first_order_date <= -3d AND last_order_date >= -1w", ["ada"]],
    ["first_order_date BETWEEN -3d AND yesterday", ["ada"]],
    ["last_order_date IS NULL", ["edsger"]],
    ["last_order_date != today", ["edsger"]],
    ["last_order_date >= 7_days_ago", ["ada", "grace"]],
    ["customer_added_date < 1999-01-01", []],
    ["customer_added_date > '1999-01-01'", ["ada", "grace", "edsger"]],
    ["customer_email_domain = 'TEA.example'", ["ada"]],
    ["customer_language = 'en'", ["ada", "grace", "edsger"]],
    ["companies IS NULL", ["ada", "grace", "edsger"]],
    ["metafields.loyalty.tier >= 3", ["ada"]],
    ["metafields.loyalty.tier IS NULL", ["grace", "edsger"]],
    ["orders_placed MATCHES (count >= 2)", ["ada"]],
    ["orders_placed MATCHES (date < today, amount BETWEEN 10 AND 20)", ["ada"]],
    ["orders_placed NOT MATCHES (date >= today)", ["edsger"]],
    ["orders_placed IS NULL", ["edsger"]],
    ["products_purchased MATCHES (sum_quantity = 3)", ["ada"]],
    ["products_purchased(date: >= today) = true", ["ada", "grace"]],
    ["products_purchased(id: (1, 2)) = true", []],
  ])("%s", (query, members) => {
    expect(membersOf(query)).toEqual(members);
  });

  test.each([
    ["BETWEEN 2024-12-20 AND 2024-12-31", ["ada"]],
    ["BETWEEN 2026-12-20 AND 2027-01-05", ["ada", "grace"]],
    ["= 1999-01-02", ["grace"]],
    ["IS NULL", ["edsger"]],
  ])("anniversaries %s", (asked, members) => {
    const world = threeCustomers();
    createMetafieldDefinition(world, {
      ...TIER_DEFINITION,
      ...{ namespace: "facts", key: "birth_date", type: "date", name: "Birth date" },
    });
    const [ada, grace] = [...world.customers.values()];
    for (const [owner, value] of [
      [ada, "1815-12-24"],
      [grace, "1906-01-02"],
    ] as const)
      if (owner !== undefined)
        setMetafields(world, [
          { owner, namespace: "facts", key: "birth_date", type: "date", value },
        ]);
    expect(membersOf(`anniversary(date: 'metafields.facts.birth_date') ${asked}`, world)).toEqual(
      members,
    );
  });

  test("a function knows a product by its number", () => {
    const world = threeCustomers();
    const id = [...world.products.keys()][0];
    for (const query of [
      `products_purchased MATCHES (id IN (${id}, 5))`,
      `products_purchased(id: ${id}) = true`,
    ])
      expect(membersOf(query, world)).toEqual(["ada", "grace"]);
  });

  test("a quoted value can hold an apostrophe", () => {
    expect(membersOf(String.raw`customer_tags CONTAINS 'friend\'s'`)).toEqual([]);
  });
});

describe("errors", () => {
  test("grammar and unknown filters are both told, columns counted from 0", () => {
    expect(messagesOf("not a valid segment query ???")).toEqual([
      "Line 1 Column 6: 'valid' is unexpected.",
      "Line 1 Column 4: 'a' filter cannot be found.",
    ]);
  });

  test("an operator the attribute does not have is unexpected", () => {
    expect(messagesOf("customer_tags = 'core'")).toEqual(["Line 1 Column 14: '=' is unexpected."]);
    expect(messagesOf("number_of_orders CONTAINS '1'")).toEqual([
      "Line 1 Column 17: 'CONTAINS' is unexpected.",
    ]);
  });

  test("a query that breaks off says so", () => {
    expect(messagesOf("customer_tags CONTAINS")).toEqual([
      "Line 1 Column 22: the query ends too early.",
    ]);
  });

  test("more than ten clauses are refused", () => {
    const clauses = Array.from({ length: 11 }, () => "number_of_orders > 1").join(" AND ");
    expect(messagesOf(clauses)).toEqual(["Line 1 Column 0: a query can have at most 10 clauses."]);
  });

  test("a value of the wrong kind is unexpected", () => {
    expect(messagesOf("last_order_date >= 5")).toEqual(["Line 1 Column 19: '5' is unexpected."]);
    expect(messagesOf("rfm_group = 'champions'")).toEqual([
      "Line 1 Column 12: 'champions' is unexpected.",
    ]);
    expect(messagesOf("customer_tags CONTAINS vip")).toEqual([
      "Line 1 Column 23: 'vip' is unexpected.",
    ]);
  });

  test("each API version knows one spelling of functions", () => {
    expect(messagesOf("products_purchased MATCHES (id = 1)", "call")).toEqual([
      "Line 1 Column 19: 'MATCHES' is unexpected.",
    ]);
    expect(messagesOf("products_purchased(id: 1) = true", "matches")).toEqual([
      "Line 1 Column 18: '(' is unexpected.",
    ]);
  });

  test("a metafield without a definition is no filter", () => {
    expect(messagesOf("metafields.custom.shoe_size = 42")).toEqual([
      "Line 1 Column 0: 'metafields.custom.shoe_size' filter cannot be found.",
    ]);
  });

  test.each([
    ["predicted_spend_tier = 'HIGH' OR number_of_orders = 1", "predicted_spend_tier"],
    ["shopify_email.opened MATCHES (date > -30d)", "shopify_email.opened"],
    ["orders_placed MATCHES (app_id = 5)", "orders_placed app_id"],
  ])("%s is right, and its members cannot be told", (query, attribute) => {
    expect(compileSegmentQuery(query, smallWorld())).toEqual({ kind: "unanswered", attribute });
  });
});
