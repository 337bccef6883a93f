import { DateTime } from "luxon";
import type { Shop } from "../../world/world.ts";
import { minorDigitsOf } from "../../world/money.ts";

/** "£1,204.50" */
export function formatMoney(
  amountMinor: number,
  { currencyCode }: Pick<Shop, "currencyCode">,
): string {
  const amount = amountMinor / 10 ** minorDigitsOf(currencyCode);
  return new Intl.NumberFormat("en-GB", { style: "currency", currency: currencyCode }).format(
    amount,
  );
}

/** "22 Nov 2026, 23:59" in the shop's zone. */
export function formatMoment(epochMs: number, { timeZone }: Pick<Shop, "timeZone">): string {
  return DateTime.fromMillis(epochMs, { zone: timeZone })
    .setLocale("en-GB")
    .toFormat("d LLL yyyy, HH:mm");
}

/** "14:02:31" of this machine: for things that happen in real time. */
export function formatRealTime(epochMs: number): string {
  return DateTime.fromMillis(epochMs).toFormat("HH:mm:ss");
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat("en-GB").format(count);
}
