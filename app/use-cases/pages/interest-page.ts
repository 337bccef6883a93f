import { rankInterest, type InterestRank } from "../../persistence/interest-counts.ts";
import { readProductTitles } from "../../persistence/products.ts";
import { calendarDayOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readChoosableLabels, type ChoosableLabels, type LabelChoice } from "./label-choice.ts";

export interface InterestPage {
  shop: { currencyCode: string; timeZone: string };
  isOn: boolean;
  withinDays: number;
  labels: ChoosableLabels;
  /** What most customers looked at or put into the cart; `name` is null for what no order has told the name of. */
  products: (InterestRank & { name: string | null })[];
  /** What most customers searched for. */
  searches: InterestRank[];
}

const withinDays = 30;
const mostRows = 20;

/** What the customers of a tier or group, or everybody, look at and search for. */
export async function readInterestPage(
  app: App,
  shop: string,
  { family, key }: LabelChoice,
): Promise<InterestPage> {
  const record = await requireShop(app, shop);
  const { currencyCode, timeZone, pixelAccount, liveProgramVersion } = record;
  const sinceDay = calendarDayOf(await app.now(), timeZone) - withinDays + 1;
  const label =
    key === null
      ? null
      : { family: family === "tiers" ? ("tier" as const) : ("group" as const), key };
  const products = await rankInterest(app.db, shop, ["view", "cart"], label, sinceDay, mostRows);
  const ids = products.map(({ subject }) => subject);
  const titles = await readProductTitles(app.db, shop, ids);
  return {
    shop: { currencyCode, timeZone },
    isOn: pixelAccount !== null,
    withinDays,
    labels: await readChoosableLabels(app, shop, liveProgramVersion),
    products: products.map((row) => ({ ...row, name: titles.get(row.subject) ?? null })),
    searches: await rankInterest(app.db, shop, ["search"], label, sinceDay, mostRows),
  };
}
