import { loadCustomer } from "../world/add-customer.ts";
import { addOrder, type NewOrder } from "../world/add-order.ts";
import { dateOf, endOfDateMs } from "../world/calendar.ts";
import { createWorld, type World, type WorldStart } from "../world/world.ts";
import { behaviourOf, HISTORY_DAYS, orderMoments } from "./buying-behaviour.ts";
import { addDiscounts } from "./add-discounts.ts";
import { addCheckouts } from "./add-checkouts.ts";
import { addCatalogue, addCollections, addGiftCard } from "./catalogue.ts";
import { Dice } from "./dice.ts";
import { drawDetails } from "./draw-details.ts";
import { drawOrder, type Shopper } from "./draw-order.ts";
import { drawVisits } from "./draw-visits.ts";
import { FIRST_NAMES, LAST_NAMES } from "./names.ts";

export const DEFAULT_SAMPLE_CUSTOMERS = 4_200;
export const DEFAULT_SAMPLE_TIME_ZONE = "Europe/London";

export type SampleShopOptions = {
  readonly seed: number;
  readonly customers: number;
  /** Last day of the two years; today when left out. */
  readonly asOf?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly shop: Omit<WorldStart, "nowMs" | "timeZone" | "currencyCode">;
};

const DAY_MS = 86_400_000;
const GUEST_ORDER_SHARE = 0.035;
const TEST_ORDER_SHARE = 0.0008;
/** Visits, details and left checkouts have dice of their own, so that they do not change what is bought. */
const VISIT_SEED_OFFSET = 1_000_003;
const DETAIL_SEED_OFFSET = 2_000_003;
const CHECKOUT_SEED_OFFSET = 3_000_017;
const COUNTRIES = [
  ["GB", 62],
  ["US", 9],
  ["DE", 8],
  ["IE", 8],
  ["FR", 7],
  ["NL", 3],
  ["AU", 3],
] as const;

/** Two years of a made-up gift shop that ends at `asOf`. The same seed, size and date give the same shop. */
export function buildSampleShop({
  seed,
  customers,
  asOf,
  timeZone = DEFAULT_SAMPLE_TIME_ZONE,
  shop,
}: SampleShopOptions): World {
  const nowMs = endOfDateMs(asOf ?? dateOf(Date.now(), timeZone), timeZone);
  const world = createWorld({ ...shop, currencyCode: "GBP", timeZone, nowMs });
  const dice = new Dice(seed);
  const products = addCatalogue(world);
  const takeRefundId = () => world.ids.take("Refund");

  const orders: NewOrder[] = [];
  for (let index = 0; index < customers; index += 1) {
    const moments = orderMoments(dice, behaviourOf(dice, index, customers), nowMs);
    const shopper = addShopper(
      world,
      dice,
      index,
      moments[0] ?? Math.floor(dice.between(nowMs - HISTORY_DAYS * DAY_MS, nowMs)),
    );
    for (const moment of moments)
      orders.push(drawOrder(dice, products, shopper, moment, nowMs, takeRefundId));
  }
  const guestOrders = Math.round(orders.length * GUEST_ORDER_SHARE);
  for (let index = 0; index < guestOrders; index += 1) {
    const moment = Math.floor(dice.between(nowMs - HISTORY_DAYS * DAY_MS, nowMs));
    orders.push(drawOrder(dice, products, guest(dice), moment, nowMs, takeRefundId));
  }
  // Numbered in the order they were placed, as a shop does.
  orders.sort((a, b) => a.createdAtMs - b.createdAtMs);
  const visitDice = new Dice(seed + VISIT_SEED_OFFSET);
  const detailDice = new Dice(seed + DETAIL_SEED_OFFSET);
  const giftCard = addGiftCard(world);
  for (const [index, plain] of orders.entries()) {
    const order = drawDetails(detailDice, plain, { giftCard, nowMs, takeRefundId });
    const visits = drawVisits(visitDice, order, shop.domain, index + 1);
    addOrder(world, {
      ...order,
      test: dice.chance(TEST_ORDER_SHARE),
      ...(visits && { rare: { ...order.rare, visits } }),
    });
  }
  addCollections(world, products);
  addDiscounts(world);
  addCheckouts(world, new Dice(seed + CHECKOUT_SEED_OFFSET));
  return world;
}

function addShopper(world: World, dice: Dice, index: number, createdAtMs: number): Shopper {
  const firstName = dice.pick(FIRST_NAMES);
  const lastName = dice.pick(LAST_NAMES);
  const email = `${firstName}.${lastName}.${index + 1}@example.com`.toLowerCase();
  const countryCode = dice.pickWeighted(COUNTRIES);
  const isWholesale = dice.chance(0.015);
  const isSubscribed = dice.chance(0.3);
  const tags = [
    ...(isWholesale ? ["wholesale"] : []),
    ...(dice.chance(0.02) ? ["VIP-2024"] : []),
    ...(isSubscribed && dice.chance(0.6) ? ["newsletter"] : []),
  ];
  const customer = loadCustomer(world, {
    email,
    firstName,
    lastName,
    countryCode,
    acceptsMarketing: isSubscribed,
    createdAtMs,
    tags,
  });
  return { customer, email, countryCode, basketFactor: dice.factor(0.45) * (isWholesale ? 4 : 1) };
}

function guest(dice: Dice): Shopper {
  return {
    customer: null,
    email: "",
    countryCode: dice.pickWeighted(COUNTRIES),
    basketFactor: dice.factor(0.4),
  };
}
