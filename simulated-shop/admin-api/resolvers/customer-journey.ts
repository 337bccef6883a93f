import type { Order } from "../../world/order.ts";
import type { Visit } from "../../world/rare-order-facts.ts";
import { dateTimeText } from "./scalar-text.ts";

const DAY_MS = 86_400_000;

/** How the buyer came to an order. Without visits Shopify is not ready to say; the place in the history is known. */
export function journeyOf(order: Order) {
  const visits = order.rare?.visits;
  const isReady = visits !== undefined;
  const isOneVisit = visits?.first === visits?.last;
  return {
    ready: isReady,
    customerOrderIndex: isReady ? orderIndexOf(order) : null,
    daysToConversion: isReady
      ? Math.floor((order.createdAtMs - visits.first.occurredAtMs) / DAY_MS)
      : null,
    firstVisit: isReady ? visitView(visits.first) : null,
    lastVisit: isReady ? visitView(visits.last) : null,
    momentsCount: isReady ? { count: isOneVisit ? 1 : 2, precision: "EXACT" } : null,
  };
}

/** 1 for a customer's first order, test orders not counted; null for guests. */
function orderIndexOf(order: Order): number | null {
  if (order.customer === null) return null;
  return order.customer.orders.filter(({ test }) => !test).indexOf(order) + 1 || null;
}

function visitView({ id, occurredAtMs, source, landingPage, referrerUrl, utm }: Visit) {
  return {
    id: `gid://shopify/CustomerVisit/${id}`,
    occurredAt: dateTimeText(Math.floor(occurredAtMs / 1000) * 1000),
    source,
    sourceDescription: null,
    sourceType: source === "newsletter" ? "NEWSLETTER" : source === "google" ? "SEO" : null,
    landingPage,
    landingPageHtml: null,
    marketingEvent: null,
    referralCode: null,
    referralInfoHtml: "",
    referrerUrl,
    utmParameters: utm === null ? null : { ...utm, content: null, term: null },
  };
}
