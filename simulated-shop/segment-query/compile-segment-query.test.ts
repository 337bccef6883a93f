import { describe, expect, test } from "vitest";
import { addCustomer } from "../world/add-customer.ts";
import { placeOrder } from "../world/place-order.ts";
import { smallWorld, teaOf } from "../world/small-world.test-support.ts";
import { compileSegmentQuery, findSegmentMembers } from "./compile-segment-query.ts";

/** Ada: tag Core, 2 orders, 37.50. Grace: no tag, 1 order, 12.50, subscribed. Edsger: tags core-old and VIP, no orders. */
function membersOf(query: string): string[] {
  const world = smallWorld();
  const product = teaOf(world);
  const ada = addCustomer(world, { email: "ada", tags: ["Core"], countryCode: "GB" });
  const grace = addCustomer(world, { email: "grace", countryCode: "US", acceptsMarketing: true });
  addCustomer(world, { email: "edsger", tags: ["core-old", "VIP"], countryCode: "NL" });
  for (const [customer, quantity] of [
    [ada, 1],
    [ada, 2],
    [grace, 1],
  ] as const) {
    placeOrder(world, {
      customer,
      lineItems: [{ product, quantity, unitPriceMinor: 1250, discountMinor: 0 }],
    });
  }
  const compiled = compileSegmentQuery(query);
  if (compiled.kind !== "test") throw new Error(JSON.stringify(compiled));
  return findSegmentMembers(world, compiled.test).map((customer) => customer.email);
}

function messagesOf(query: string): readonly string[] {
  const compiled = compileSegmentQuery(query);
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
  ])("%s", (query, members) => {
    expect(membersOf(query)).toEqual(members);
  });

  test("a quoted value can hold an apostrophe", () => {
    const compiled = compileSegmentQuery(String.raw`customer_tags CONTAINS 'friend\'s'`);
    expect(compiled.kind).toBe("test");
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

  test("a filter Shopify has and this shop does not evaluate is neither accepted nor called wrong", () => {
    expect(compileSegmentQuery("last_order_date >= -30d")).toEqual({
      kind: "unanswered",
      attribute: "last_order_date",
    });
  });
});
