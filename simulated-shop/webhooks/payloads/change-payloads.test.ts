import { afterEach, beforeEach, expect, test } from "vitest";
import { addCustomer } from "../../world/add-customer.ts";
import { beginOrderEdit, commitOrderEdit } from "../../world/edit-order.ts";
import { mergeCustomers, planMerge } from "../../world/merge-customers.ts";
import { placeOrder } from "../../world/place-order.ts";
import { refundOrder } from "../../world/refund-order.ts";
import { createSegment } from "../../world/segment-actions.ts";
import { updateEmailConsent } from "../../world/update-email-consent.ts";
import { payloadOf, WebhookScene } from "../webhook-scene.test-support.ts";

let scene: WebhookScene;
beforeEach(async () => {
  scene = await WebhookScene.open();
});
afterEach(() => scene.close());

test("a merge names who stayed, who is gone and the job", async () => {
  scene.subscribe(["customers/merge"]);
  const other = addCustomer(scene.world, { email: "other@example.com" });
  const job = mergeCustomers(scene.world, planMerge(other, scene.ada, {}));
  const [webhook] = await scene.receiver.waitFor(1);
  expect(payloadOf(webhook)).toEqual({
    admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${scene.ada.id}`,
    admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${other.id}`,
    admin_graphql_api_job_id: `gid://shopify/Job/${job.uuid}`,
    status: "success",
    errors: [],
  });
});

test("an edit tells what changed, not the order", async () => {
  scene.subscribe(["orders/edited"]);
  const order = scene.order();
  const edit = beginOrderEdit(scene.world, order);
  edit.quantityByIndex.set(0, 1);
  commitOrderEdit(scene.world, edit, { staffNote: "out of stock" });
  const [webhook] = await scene.receiver.waitFor(1);
  expect(payloadOf(webhook)).toMatchObject({
    order_edit: {
      order_id: order.id,
      staff_note: "out of stock",
      line_items: { additions: [], removals: [{ id: order.firstLineItemId, delta: 1 }] },
    },
  });
});

test("a customer's numbers come with what changed them", async () => {
  scene.subscribe(["customers/purchasing_summary"]);
  const order = scene.order();
  refundOrder(scene.world, order, { amountMinor: 500 });
  const webhooks = await scene.receiver.waitFor(2);
  expect(webhooks.map((webhook) => payloadOf(webhook)["amountSpent"])).toEqual([
    { amount: "25.0", currencyCode: "GBP" },
    { amount: "20.0", currencyCode: "GBP" },
  ]);
});

test("amounts of another currency have its own decimals", async () => {
  scene.subscribe(["orders/create", "refunds/create"]);
  const product = { title: "Tea", sku: "", productType: "", vendor: "", priceMinor: 1000 };
  const order = placeOrder(scene.world, {
    customer: scene.ada,
    lineItems: [
      {
        product: { gidType: "Product", id: 0, variantId: 0, ...product },
        quantity: 1,
        unitPriceMinor: 1000,
        discountMinor: 0,
      },
    ],
    presentment: { currencyCode: "JPY", rate: 190 },
  });
  refundOrder(scene.world, order, { amountMinor: 500 });
  const [created, refunded] = await scene.receiver.waitFor(2);
  expect(payloadOf(created)).toMatchObject({
    currency: "GBP",
    presentment_currency: "JPY",
    total_price_set: {
      shop_money: { amount: "10.00", currency_code: "GBP" },
      presentment_money: { amount: "1900", currency_code: "JPY" },
    },
    line_items: [{ product_id: null, product_exists: false }],
  });
  expect(payloadOf(refunded)).toMatchObject({ transactions: [{ amount: "950", currency: "JPY" }] });
});

test("consent and segments have topics of their own", async () => {
  scene.subscribe(["customers_email_marketing_consent/update", "segments/create"]);
  updateEmailConsent(scene.world, scene.ada, {
    state: "SUBSCRIBED",
    optInLevel: "SINGLE_OPT_IN",
    updatedAtMs: null,
  });
  const segment = createSegment(scene.world, "All", "number_of_orders >= 0");
  const [consent, created] = (await scene.receiver.waitFor(2)).map(payloadOf);
  expect(consent).toMatchObject({
    customer_id: scene.ada.id,
    email_marketing_consent: { state: "subscribed", opt_in_level: "single_opt_in" },
  });
  expect(created).toMatchObject({
    admin_graphql_api_id: `gid://shopify/Segment/${segment.id}`,
    name: "All",
  });
});
