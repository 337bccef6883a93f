import { expect, test } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { textIn } from "../../i18n/text.ts";
import type { OrderLine } from "../../use-cases/pages/describe-order.ts";
import { contextInWords } from "./context-words.ts";

const unknown: OrderLine["context"] = {
  country: null,
  channel: null,
  firstSource: null,
  lastSource: null,
  usedDiscount: false,
  paidIn: null,
  paidBy: [],
  shippedBy: null,
};
const say = (context: Partial<OrderLine["context"]>) =>
  contextInWords({ ...unknown, ...context }, textIn(english), { country: (code) => code });

test("says everything that is known of how an order came about", () => {
  const all = {
    country: "GB",
    channel: "pos",
    firstSource: "google",
    lastSource: "newsletter",
    usedDiscount: true,
    paidIn: "JPY",
    paidBy: ["shopify_payments", "gift_card"],
    shippedBy: "Express",
  };
  expect(say(all)).toEqual([
    "GB",
    "Point of sale",
    "came first from google, last from newsletter",
    "with a discount",
    "paid in JPY",
    "paid by shopify_payments, gift_card",
    "shipped as Express",
  ]);
});

test.each([
  [{ firstSource: "google", lastSource: "google" }],
  [{ firstSource: "google" }],
  [{ lastSource: "google" }],
])("names a single source once: %o", (sources) => {
  expect(say(sources)).toEqual(["came from google"]);
});

test("says nothing of what Shopify does not say", () => {
  expect(say({})).toEqual([]);
});
