import { addCheckout } from "../world/abandoned-checkout.ts";
import type { World } from "../world/world.ts";
import type { Dice } from "./dice.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** As far back as Shopify keeps what was not completed. */
const CHECKOUT_DAYS = 85;
/** Of the customers, how many left a checkout lately; and of those checkouts, how many were completed later. */
const LEAVING_SHARE = 0.06;
const RECOVERED_SHARE = 0.12;

/** Checkouts that were left in the last three months: most customers left one, a few keep doing it. */
export function addCheckouts(world: World, dice: Dice): void {
  const nowMs = world.clock.nowMs();
  const products = [...world.products.values()].filter(({ isGiftCard }) => isGiftCard !== true);
  const checkouts = [...world.customers.values()].flatMap((customer) => {
    if (!dice.chance(LEAVING_SHARE)) return [];
    const times = dice.chance(0.3) ? Math.round(dice.between(2, 5)) : 1;
    return Array.from({ length: times }, () => {
      const createdAtMs = wholeSecond(nowMs - dice.between(0.05, CHECKOUT_DAYS) * DAY_MS);
      const lines = Array.from({ length: dice.chance(0.4) ? 2 : 1 }, () => {
        const product = dice.pick(products);
        return { product, quantity: dice.chance(0.2) ? 2 : 1, unitPriceMinor: product.priceMinor };
      });
      const { email, countryCode } = customer;
      const completedAtMs = dice.chance(RECOVERED_SHARE)
        ? wholeSecond(Math.min(nowMs, createdAtMs + dice.between(1, 30) * HOUR_MS))
        : null;
      return {
        customer,
        email,
        countryCode,
        lines,
        shippingMinor: 395,
        createdAtMs,
        completedAtMs,
      };
    });
  });
  checkouts.sort((a, b) => a.createdAtMs - b.createdAtMs);
  for (const checkout of checkouts) addCheckout(world, checkout);
}

function wholeSecond(momentMs: number): number {
  return Math.floor(momentMs / 1000) * 1000;
}
