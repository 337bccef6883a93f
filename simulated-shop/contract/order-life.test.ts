import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const MONEY = "{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }";
const ORDER = `id name displayFinancialStatus currentTotalPriceSet ${MONEY} totalPriceSet ${MONEY} totalOutstandingSet ${MONEY}
  totalRefundedSet ${MONEY} totalTaxSet ${MONEY} edited closed cancelledAt discountCodes customer { id email numberOfOrders amountSpent { amount } }
  transactions(first: 9) { id kind status gateway amountSet ${MONEY} }
  lineItems(first: 9) { nodes { id title quantity currentQuantity isGiftCard } }`;
const CREATE = `mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { ${ORDER} } userErrors { field message code } } }`;

type Order = {
  id: string;
  displayFinancialStatus: string | null;
  transactions: { id: string }[];
  lineItems: { nodes: { id: string }[] };
};

const pounds = (amount: string) => ({ shopMoney: { amount, currencyCode: "GBP" } });
const both = (amount: string) => ({
  shopMoney: { amount, currencyCode: "GBP" },
  presentmentMoney: { amount, currencyCode: "GBP" },
});

async function create(overrides: object = {}): Promise<Order> {
  const answer = (await askFor(shop, CREATE, {
    order: {
      email: "new@example.com",
      lineItems: [{ title: "Tea", quantity: 2, priceSet: pounds("10.00") }],
      ...overrides,
    },
  })) as { order: Order; userErrors: object[] };
  expect(answer.userErrors).toEqual([]);
  return answer.order;
}

const paid = (amount: string) => ({
  transactions: [{ kind: "SALE", status: "SUCCESS", gateway: "manual", amountSet: pounds(amount) }],
});

describe("orderCreate", () => {
  test("adds up lines, shipping, the code's discount and taxes on top", async () => {
    const order = await create({
      lineItems: [
        {
          title: "Jug",
          quantity: 2,
          priceSet: pounds("12.00"),
          taxLines: [{ title: "VAT", rate: 0.1, priceSet: pounds("2.40") }],
        },
      ],
      shippingLines: [{ title: "Ground", priceSet: pounds("5.00") }],
      discountCode: { itemFixedDiscountCode: { code: "FIVE", amountSet: pounds("5.00") } },
      ...paid("26.40"),
    });
    expect(order).toMatchObject({
      displayFinancialStatus: "PAID",
      totalPriceSet: both("26.4"),
      totalTaxSet: both("2.4"),
      totalOutstandingSet: both("0.0"),
      discountCodes: ["FIVE"],
      customer: { email: "new@example.com" },
    });
  });

  test("shows no financial status when nothing was said of money, and owes everything", async () => {
    expect(await create()).toMatchObject({
      displayFinancialStatus: null,
      totalOutstandingSet: both("20.0"),
      transactions: [],
    });
  });

  test("keeps a rate of its own for another currency, without decimals for yen", async () => {
    const order = await create({
      currency: "GBP",
      presentmentCurrency: "JPY",
      lineItems: [
        {
          title: "Tea",
          quantity: 1,
          priceSet: {
            ...pounds("10.00"),
            presentmentMoney: { amount: "1900", currencyCode: "JPY" },
          },
        },
      ],
    });
    expect(order).toMatchObject({
      totalPriceSet: {
        shopMoney: { amount: "10.0", currencyCode: "GBP" },
        presentmentMoney: { amount: "1900.0", currencyCode: "JPY" },
      },
    });
  });

  test("a test order and its money do not count for the customer", async () => {
    const order = await create({ email: "tester@example.com", test: true, ...paid("20.00") });
    expect(order).toMatchObject({
      customer: { numberOfOrders: "0", amountSpent: { amount: "0.0" } },
    });
  });

  test.each([
    [{ lineItems: [] }, ["order", "lineItems"], "INVALID"],
    [{ processedAt: "2099-01-01T00:00:00Z" }, ["order", "processedAt"], "PROCESSED_AT_INVALID"],
    [
      {
        customerId: "gid://shopify/Customer/1",
        customer: { toUpsert: { email: "a@example.com" } },
      },
      ["order"],
      "REDUNDANT_CUSTOMER_FIELDS",
    ],
  ])("%j is refused", async (overrides, field, code) => {
    const before = shop.world.orders.size;
    const answer = await askFor(shop, CREATE, {
      order: { lineItems: [{ title: "Tea", quantity: 1, priceSet: pounds("1.00") }], ...overrides },
    });
    expect(answer).toMatchObject({ order: null, userErrors: [{ field, code }] });
    expect(shop.world.orders.size).toBe(before);
  });
});

describe("orderMarkAsPaid, orderClose, orderOpen, orderUpdate", () => {
  test("what is outstanding becomes a manual sale, once", async () => {
    const { id } = await create();
    const PAY = `mutation ($id: ID!) { orderMarkAsPaid(input: {id: $id}) { order { ${ORDER} } userErrors { field message } } }`;
    expect(await askFor(shop, PAY, { id })).toMatchObject({
      order: {
        displayFinancialStatus: "PAID",
        totalOutstandingSet: both("0.0"),
        transactions: [{ kind: "SALE", gateway: "manual", amountSet: both("20.0") }],
      },
      userErrors: [],
    });
    expect(await askFor(shop, PAY, { id })).toMatchObject({
      userErrors: [{ field: ["id"], message: "Order cannot be marked as paid." }],
    });
  });

  test("closing and opening", async () => {
    const { id } = await create();
    const change = (name: string, type: string) =>
      `mutation ($input: ${type}!) { ${name}(input: $input) { order { closed } userErrors { message } } }`;
    const input = { input: { id } };
    expect(await askFor(shop, change("orderClose", "OrderCloseInput"), input)).toMatchObject({
      order: { closed: true },
    });
    expect(await askFor(shop, change("orderOpen", "OrderOpenInput"), input)).toMatchObject({
      order: { closed: false },
    });
  });

  test("orderUpdate replaces tags and refuses an empty change", async () => {
    const { id } = await create({ tags: ["old"] });
    const UPDATE =
      "mutation ($input: OrderInput!) { orderUpdate(input: $input) { order { tags note } userErrors { field message } } }";
    expect(await askFor(shop, UPDATE, { input: { id, tags: ["b, a"], note: "n" } })).toEqual({
      order: { tags: ["a", "b"], note: "n" },
      userErrors: [],
    });
    expect(await askFor(shop, UPDATE, { input: { id } })).toMatchObject({
      userErrors: [{ field: null, message: "No valid update parameters have been provided" }],
    });
    expect(
      await askFor(shop, UPDATE, { input: { id: "gid://shopify/Order/1", note: "x" } }),
    ).toMatchObject({ userErrors: [{ field: ["id"], message: "Order does not exist" }] });
  });
});

describe("refundCreate", () => {
  const REFUND = `mutation ($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
    refund { id totalRefundedSet ${MONEY} refundLineItems(first: 5) { nodes { quantity restockType restocked subtotalSet ${MONEY} } }
      transactions(first: 5) { nodes { kind amountSet ${MONEY} } } } order { ${ORDER} } userErrors { field message } } }`;
  let key = 0;
  const refund = async (input: object) => {
    key += 1;
    return askFor(shop, REFUND, { input, key: `key-${key}` });
  };
  const money = (order: Order, amount: string) => ({
    amount,
    gateway: "manual",
    kind: "REFUND",
    orderId: order.id,
    parentId: order.transactions[0]?.id,
  });

  test("takes goods back and gives the money the transactions say", async () => {
    const order = await create(paid("20.00"));
    const lineItemId = order.lineItems.nodes[0]?.id;
    expect(
      await refund({
        orderId: order.id,
        refundLineItems: [{ lineItemId, quantity: 1, restockType: "RETURN" }],
        transactions: [money(order, "10.00")],
      }),
    ).toMatchObject({
      refund: {
        totalRefundedSet: both("10.0"),
        refundLineItems: {
          nodes: [
            { quantity: 1, restockType: "RETURN", restocked: true, subtotalSet: both("10.0") },
          ],
        },
        transactions: { nodes: [{ kind: "REFUND", amountSet: both("10.0") }] },
      },
      order: {
        displayFinancialStatus: "PARTIALLY_REFUNDED",
        currentTotalPriceSet: both("10.0"),
        totalPriceSet: both("20.0"),
        lineItems: { nodes: [{ quantity: 2, currentQuantity: 1 }] },
      },
      userErrors: [],
    });
  });

  test("an amount alone lowers what the customer spent, and all of it refunds the order", async () => {
    const order = await create({ email: "amount@example.com", ...paid("20.00") });
    expect(await refund({ orderId: order.id, transactions: [money(order, "5.00")] })).toMatchObject(
      { order: { customer: { amountSpent: { amount: "15.0" }, numberOfOrders: "1" } } },
    );
    expect(
      await refund({ orderId: order.id, transactions: [money(order, "15.00")] }),
    ).toMatchObject({ order: { displayFinancialStatus: "REFUNDED" } });
  });

  test("more than was bought or received is refused, and nothing changes", async () => {
    const order = await create(paid("20.00"));
    const lineItemId = order.lineItems.nodes[0]?.id;
    expect(
      await refund({ orderId: order.id, refundLineItems: [{ lineItemId, quantity: 3 }] }),
    ).toMatchObject({
      refund: null,
      userErrors: [
        {
          field: ["refundLineItems", "0", "quantity"],
          message: "Quantity cannot refund more items than were purchased",
        },
      ],
    });
    expect(
      await refund({
        orderId: order.id,
        allowOverRefunding: true,
        transactions: [money(order, "999.00")],
      }),
    ).toMatchObject({
      refund: null,
      order: { totalRefundedSet: both("0.0") },
      userErrors: [
        {
          field: null,
          message: "Refund amount £999.00 is greater than net payment received £20.00",
        },
      ],
    });
  });

  test("needs an idempotency key, and does the same request once", async () => {
    const order = await create(paid("20.00"));
    const input = { orderId: order.id, transactions: [money(order, "5.00")] };
    const { errors } = await ask(
      shop,
      "mutation ($input: RefundInput!) { refundCreate(input: $input) { refund { id } } }",
      { input },
    );
    expect(errors).toMatchObject([
      {
        message: "The @idempotent directive is required for this mutation but was not provided.",
        extensions: { code: "BAD_REQUEST" },
      },
    ]);
    const first = await askFor(shop, REFUND, { input, key: "the-same" });
    expect(await askFor(shop, REFUND, { input, key: "the-same" })).toMatchObject({
      refund: { id: (first as { refund: { id: string } }).refund.id },
      order: { totalRefundedSet: both("5.0") },
    });
  });
});

describe("orderCancel and orderDelete", () => {
  const CANCEL = `mutation ($id: ID!, $refund: Boolean, $method: OrderCancelRefundMethodInput, $note: String) {
    orderCancel(orderId: $id, reason: OTHER, restock: true, refund: $refund, refundMethod: $method, staffNote: $note) {
      job { id done } orderCancelUserErrors { field message code } userErrors { message } } }`;
  const DELETE =
    "mutation ($id: ID!) { orderDelete(orderId: $id) { deletedId userErrors { field message code } } }";

  test("gives the money back, closes the order and leaves nothing of it", async () => {
    const { id } = await create(paid("20.00"));
    const answer = (await askFor(shop, CANCEL, {
      id,
      method: { originalPaymentMethodsRefund: true },
      note: "wrong colour",
    })) as { job: { id: string; done: boolean } };
    expect(answer).toMatchObject({ job: { done: false }, orderCancelUserErrors: [] });
    expect(await askFor(shop, `{ job(id: "${answer.job.id}") { done } }`)).toEqual({ done: true });
    expect(
      await askFor(
        shop,
        `{ order(id: "${id}") { ${ORDER} cancelReason cancellation { staffNote } closedAt } }`,
      ),
    ).toMatchObject({
      displayFinancialStatus: "REFUNDED",
      cancelReason: "OTHER",
      cancellation: { staffNote: "wrong colour" },
      closed: true,
      currentTotalPriceSet: both("0.0"),
      totalRefundedSet: both("20.0"),
    });
    expect(await askFor(shop, CANCEL, { id })).toMatchObject({
      job: null,
      orderCancelUserErrors: [
        {
          field: ["orderId"],
          message: "Cannot cancel an order that has already been canceled",
          code: "INVALID",
        },
      ],
    });
    expect(await askFor(shop, DELETE, { id })).toEqual({ deletedId: id, userErrors: [] });
  });

  test.each([
    [{ refund: true, method: { originalPaymentMethodsRefund: true } }, ["refund"]],
    [{ note: "x".repeat(256) }, ["staffNote"]],
  ])("%j is refused", async (args, field) => {
    const { id } = await create();
    expect(await askFor(shop, CANCEL, { id, ...args })).toMatchObject({
      job: null,
      orderCancelUserErrors: [{ field, code: "INVALID" }],
    });
  });

  test("a paid order cannot be deleted, an unknown one neither", async () => {
    const { id } = await create(paid("20.00"));
    expect(await askFor(shop, DELETE, { id })).toEqual({
      deletedId: null,
      userErrors: [{ field: ["orderId"], message: "order_cannot_be_deleted", code: "INVALID" }],
    });
    expect(await askFor(shop, DELETE, { id: "gid://shopify/Order/1" })).toMatchObject({
      userErrors: [{ message: "Order does not exist", code: "NOT_FOUND" }],
    });
  });
});

describe("order edits", () => {
  const CALCULATED = `calculatedOrder { id totalPriceSet ${MONEY} subtotalPriceSet ${MONEY} lineItems(first: 9) { nodes { id quantity title discountedUnitPriceSet ${MONEY} } } } userErrors { field message }`;
  const BEGIN = `mutation ($id: ID!) { orderEditBegin(id: $id) { ${CALCULATED} orderEditSession { id } } }`;
  const SET = `mutation ($id: ID!, $line: ID!, $quantity: Int!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity) { ${CALCULATED} } }`;
  const ADD = `mutation ($id: ID!, $title: String!, $price: MoneyInput!) { orderEditAddCustomItem(id: $id, title: $title, quantity: 1, price: $price) { calculatedLineItem { id title } ${CALCULATED} } }`;
  const DISCOUNT = `mutation ($id: ID!, $line: ID!) { orderEditAddLineItemDiscount(id: $id, lineItemId: $line, discount: {description: "late", percentValue: 50}) { addedDiscountStagedChange { description } calculatedLineItem { hasStagedLineItemDiscount } ${CALCULATED} } }`;
  const COMMIT = `mutation ($id: ID!) { orderEditCommit(id: $id) { order { ${ORDER} subtotalPriceSet ${MONEY} currentSubtotalPriceSet ${MONEY} } successMessages userErrors { field message } } }`;

  type Calculated = {
    calculatedOrder: { id: string; lineItems: { nodes: { id: string }[] } };
  };

  async function begin(order: Order): Promise<{ id: string; line: string }> {
    const { calculatedOrder } = (await askFor(shop, BEGIN, { id: order.id })) as Calculated;
    return { id: calculatedOrder.id, line: calculatedOrder.lineItems.nodes[0]?.id ?? "" };
  }

  test("fewer pieces leave the totals and lower what is current", async () => {
    const edit = await begin(
      await create({
        lineItems: [
          {
            title: "Lamp",
            quantity: 2,
            priceSet: pounds("100.00"),
            taxLines: [{ title: "VAT", rate: 0.13, priceSet: pounds("26.00") }],
          },
        ],
      }),
    );
    expect(await askFor(shop, SET, { ...edit, quantity: 1 })).toMatchObject({
      calculatedOrder: { totalPriceSet: both("113.0"), subtotalPriceSet: both("100.0") },
    });
    expect(await askFor(shop, COMMIT, { id: edit.id })).toMatchObject({
      order: {
        edited: true,
        totalPriceSet: both("226.0"),
        currentTotalPriceSet: both("113.0"),
        subtotalPriceSet: both("200.0"),
        currentSubtotalPriceSet: both("100.0"),
        lineItems: { nodes: [{ quantity: 2, currentQuantity: 1 }] },
      },
      successMessages: ["Order updated"],
      userErrors: [],
    });
  });

  test("more goods on a paid order leave it partly paid", async () => {
    const edit = await begin(await create(paid("20.00")));
    await askFor(shop, ADD, {
      ...edit,
      title: "Ribbon",
      price: { amount: "5.00", currencyCode: "GBP" },
    });
    expect(await askFor(shop, COMMIT, { id: edit.id })).toMatchObject({
      order: {
        displayFinancialStatus: "PARTIALLY_PAID",
        totalPriceSet: both("25.0"),
        totalOutstandingSet: both("5.0"),
        lineItems: { nodes: [{ title: "Tea" }, { title: "Ribbon" }] },
      },
    });
  });

  test("a discount on a line lowers the totals", async () => {
    const edit = await begin(await create());
    expect(await askFor(shop, DISCOUNT, edit)).toMatchObject({
      addedDiscountStagedChange: { description: "late" },
      calculatedLineItem: { hasStagedLineItemDiscount: true },
      calculatedOrder: {
        totalPriceSet: both("10.0"),
        lineItems: { nodes: [{ discountedUnitPriceSet: both("5.0") }] },
      },
    });
    expect(await askFor(shop, COMMIT, { id: edit.id })).toMatchObject({
      order: { totalPriceSet: both("10.0") },
    });
  });

  test("what cannot be is said in Shopify's words", async () => {
    const edit = await begin(await create());
    const unknown = "gid://shopify/CalculatedOrder/1";
    expect(await askFor(shop, COMMIT, { id: edit.id })).toMatchObject({
      userErrors: [{ field: ["id"], message: "There must be at least one change to be made." }],
    });
    expect(await askFor(shop, COMMIT, { id: unknown })).toMatchObject({
      userErrors: [{ field: ["id"], message: "The calculated order does not exist." }],
    });
    expect(
      await askFor(shop, SET, { ...edit, line: "gid://shopify/CalculatedLineItem/9", quantity: 1 }),
    ).toMatchObject({
      userErrors: [
        { field: ["lineItemId"], message: "The line item does not exist on the order." },
      ],
    });
    expect(await askFor(shop, SET, { ...edit, quantity: -1 })).toMatchObject({
      userErrors: [{ field: ["quantity"], message: "must be greater than or equal to 0" }],
    });
    expect(
      await askFor(shop, ADD, { ...edit, title: "x", price: { amount: "1", currencyCode: "EUR" } }),
    ).toMatchObject({
      userErrors: [{ field: ["price", "amount"], message: "Currency must be GBP." }],
    });
    expect(await askFor(shop, BEGIN, { id: "gid://shopify/Order/1" })).toMatchObject({
      userErrors: [{ field: ["id"], message: "The order does not exist." }],
    });
  });
});
