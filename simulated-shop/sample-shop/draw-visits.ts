import type { NewOrder } from "../world/add-order.ts";
import type { OrderVisits, Visit } from "../world/rare-order-facts.ts";
import type { Dice } from "./dice.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Of the orders placed on the web, how many carry what Shopify knows of the buyer's way to them. */
const KNOWN_SHARE = 0.4;

type Channel = Pick<Visit, "source" | "landingPage" | "referrerUrl" | "utm">;

const CHANNELS: readonly (readonly [Channel, number])[] = [
  [{ source: "direct", landingPage: "/", referrerUrl: null, utm: null }, 35],
  [
    {
      source: "google",
      landingPage: "/collections/all",
      referrerUrl: "https://www.google.com/",
      utm: null,
    },
    30,
  ],
  [
    {
      source: "newsletter",
      landingPage: "/?utm_source=newsletter",
      referrerUrl: null,
      utm: { source: "newsletter", medium: "email", campaign: "monthly" },
    },
    15,
  ],
  [
    {
      source: "instagram",
      landingPage: "/collections/new?utm_source=instagram",
      referrerUrl: "https://l.instagram.com/",
      utm: { source: "instagram", medium: "social", campaign: "new-arrivals" },
    },
    12,
  ],
  [
    {
      source: "google",
      landingPage: "/collections/gifts?utm_source=google",
      referrerUrl: "https://www.google.com/",
      utm: { source: "google", medium: "cpc", campaign: "gifts" },
    },
    8,
  ],
];

/** The visits before an order; undefined for most, as where Shopify has no session to tell of. */
export function drawVisits(
  dice: Dice,
  { sourceName, createdAtMs }: NewOrder,
  domain: string,
  orderNumber: number,
): OrderVisits | undefined {
  if (sourceName !== "web" || !dice.chance(KNOWN_SHARE)) return undefined;
  const last = visitOf(2 * orderNumber, createdAtMs - dice.between(2, 40) * MINUTE_MS);
  if (dice.chance(0.6)) return { first: last, last };
  return { first: visitOf(2 * orderNumber - 1, createdAtMs - dice.between(1, 28) * DAY_MS), last };

  function visitOf(number: number, occurredAtMs: number): Visit {
    const channel = dice.pickWeighted(CHANNELS);
    return {
      ...channel,
      landingPage: `https://${domain}${channel.landingPage}`,
      id: 5_000_000_000_000 + number,
      occurredAtMs: Math.floor(occurredAtMs / 1000) * 1000,
    };
  }
}
