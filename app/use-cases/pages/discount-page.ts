import { randomUUID } from "node:crypto";
import { z } from "zod";
import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { listCustomGroups } from "../../persistence/custom-groups.ts";
import { findDiscount, noteRedemptions } from "../../persistence/discounts.ts";
import type { Shop } from "../../persistence/shops.ts";
import { calendarDayOf, formatCalendarDay } from "../../scoring/index.ts";
import {
  countActiveAutomaticDiscounts,
  mostActiveAutomaticDiscounts,
  readDiscount,
} from "../../shopify/discounts/discounts.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import type { App } from "../app.ts";
import { possibleSteps, type DiscountStep } from "../publishing/discounts/steer-discount.ts";
import { storedDiscountOf, type StoredDiscount } from "../publishing/discounts/stored-discount.ts";
import { readWantedSegments, type WantedLabel } from "../publishing/wanted-labels.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { describeDiscount, type DiscountSummary } from "./discount-summary.ts";

export interface DiscountPage {
  shop: { currencyCode: string; timeZone: string };
  /** Decimals of the shop's currency. */
  minorDigits: number;
  /** YYYY-MM-DD in the shop's time zone. */
  today: string;
  /** Of a new discount: the id it will have. */
  id: string;
  /** Null = it is new. */
  discount: DiscountSummary | null;
  steps: DiscountStep[];
  /** Whom a discount can be for: the labels of the program, and groups of the merchant's own that have a segment. */
  labels: WantedLabel[];
  /** Both switches that discounts need. */
  isOn: boolean;
  /** Of the whole shop, other apps' included; null = Shopify did not say. */
  automatic: { active: number; most: number } | null;
}

/** A discount and what it may become; null when the shop has none of this id. `id` null = a new one. */
export async function readDiscountPage(
  app: App,
  shop: string,
  id: string | null,
): Promise<DiscountPage | null> {
  const record = await requireShop(app, shop);
  const stored = id === null ? null : await findStored(app, shop, id);
  if (id !== null && stored === null) return null;
  const program = await readLiveProgram(app, record);
  const labels = await readWantedSegments(app, shop, program);
  const today = formatCalendarDay(calendarDayOf(await app.now(), record.timeZone));
  const asked = await askShopify(app, record, stored);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    minorDigits: findCurrencyMinorDigits(record.currencyCode) ?? 2,
    today,
    id: id ?? randomUUID(),
    discount:
      stored === null
        ? null
        : describeDiscount(
            { ...stored, redemptions: asked.redemptions ?? stored.redemptions },
            record,
            { program, own: await listCustomGroups(app.db, shop) },
            today,
          ),
    steps:
      stored === null
        ? []
        : possibleSteps(
            stored,
            labels.some(({ family, key }) => family === stored.family && key === stored.labelKey),
          ),
    labels,
    isOn: record.publishDiscounts && record.publishSegments,
    automatic:
      asked.active === null ? null : { active: asked.active, most: mostActiveAutomaticDiscounts },
  };
}

async function findStored(app: App, shop: string, id: string): Promise<StoredDiscount | null> {
  const row = z.uuid().safeParse(id).success ? await findDiscount(app.db, shop, id) : null;
  return row === null ? null : storedDiscountOf(row);
}

/** The page is shown without what Shopify does not tell. */
async function askShopify(
  app: App,
  { shop, missingScopes }: Shop,
  stored: StoredDiscount | null,
): Promise<{ active: number | null; redemptions: number | null }> {
  if (missingScopes.includes("write_discounts")) return { active: null, redemptions: null };
  try {
    const admin = await app.adminOf(shop);
    const active = await countActiveAutomaticDiscounts(admin);
    if (stored === null || stored.shopifyId === null) return { active, redemptions: null };
    const held = await readDiscount(admin, stored.shopifyId);
    if (held === null) return { active, redemptions: null };
    await noteRedemptions(app.db, shop, stored.id, held.redemptions);
    return { active, redemptions: held.redemptions };
  } catch (error) {
    if (error instanceof ShopifyCallFailed) return { active: null, redemptions: null };
    throw error;
  }
}
