import { z } from "zod";
import { countInterest } from "../../persistence/interest-counts.ts";
import { findInstalledShop } from "../../persistence/shops.ts";
import { calendarDayOf, searchWordsOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { createAllowance } from "./allowance.ts";

const number = z.string().regex(/^\d{1,18}$/);
const from = {
  /** "shop.myshopify.com/secret", see `turnOnPixel`. */
  account: z.string().max(300),
  customer: number,
};

/** What the web pixel sends (extensions/web-pixel). */
const messageSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...from, kind: z.literal(["view", "cart"]), product: number }),
  z.strictObject({ ...from, kind: z.literal("search"), words: z.string().max(1000) }),
  z.strictObject({ ...from, kind: z.literal(["checkout", "purchase"]) }),
]);

export type InterestOutcome = "counted" | "ignored" | "malformed" | "too-many";

/** A large shop's busiest minute, and more than anybody clicks. */
const ofShops = createAllowance({ most: 1000, perSecond: 100 });
const ofCustomers = createAllowance({ most: 60, perSecond: 1 });

/**
 * Counts what a customer did in the shop. It comes from a browser, where anybody can send anything: a shop that has not
 * turned the pixel on, another secret than its own and customers without a standing are ignored, and so are words that
 * may be personal.
 */
export async function receiveInterest(app: App, body: string): Promise<InterestOutcome> {
  const parsed = messageSchema.safeParse(parseJson(body));
  if (!parsed.success) return "malformed";
  const message = parsed.data;
  const [shop = ""] = message.account.split("/");
  if (!ofShops.take(shop) || !ofCustomers.take(`${shop} ${message.customer}`)) return "too-many";
  const record = await findInstalledShop(app.db, shop);
  if (record?.pixelAccount == null || record.pixelAccount !== message.account) return "ignored";
  const subject = subjectOf(message);
  if (subject === null) return "ignored";
  const day = calendarDayOf(await app.now(), record.timeZone);
  const { kind, customer } = message;
  const isCounted = await countInterest(app.db, shop, BigInt(customer), { day, kind, subject });
  return isCounted ? "counted" : "ignored";
}

function subjectOf(message: z.infer<typeof messageSchema>): string | null {
  switch (message.kind) {
    case "view":
    case "cart":
      return message.product;
    case "search":
      return searchWordsOf(message.words);
    case "checkout":
    case "purchase":
      return "";
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
