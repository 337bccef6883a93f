import { readInterestStudy } from "../../persistence/interest-studies.ts";
import {
  rankAbandonedProducts,
  rankInterest,
  type AbandonedRank,
  type InterestRank,
  type RankedLabel,
} from "../../persistence/interest-rankings.ts";
import { readProductTitles } from "../../persistence/products.ts";
import type { Shop } from "../../persistence/shops.ts";
import { calendarDayOf, decisionDays, interestWithinDays } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readChoosableLabels, type ChoosableLabels, type LabelChoice } from "./label-choice.ts";

/** `name` is null for a product that nothing has told the name of. */
type Named<Row> = Row & { name: string | null };

export interface InterestRankings {
  /** What most customers looked at or put into the cart. */
  products: Named<InterestRank>[];
  /** What was left at checkouts, by money. */
  abandoned: Named<
    Omit<AbandonedRank, "minorUnits" | "productId"> & { subject: string; minorUnits: number }
  >[];
  /** What most customers searched for. */
  searches: InterestRank[];
}

export interface InterestPage extends InterestRankings {
  shop: { currencyCode: string; timeZone: string };
  /** Whether the pixel counts, and whether left checkouts are read. */
  isOn: boolean;
  readsCheckouts: boolean;
  withinDays: number;
  labels: ChoosableLabels;
}

const mostRows = 20;
const dayMs = 86_400_000;

/** What the customers of a tier or group, or everybody, look at, leave and search for. */
export async function readInterestPage(
  app: App,
  shop: string,
  choice: LabelChoice,
): Promise<InterestPage> {
  const record = await requireShop(app, shop);
  const { currencyCode, timeZone, pixelAccount, liveProgramVersion } = record;
  const { readsCheckouts } = await readInterestStudy(app.db, shop);
  return {
    shop: { currencyCode, timeZone },
    isOn: pixelAccount !== null,
    readsCheckouts,
    withinDays: interestWithinDays,
    labels: await readChoosableLabels(app, shop, liveProgramVersion),
    ...(await rankAll(app, record, choice, mostRows)),
  };
}

/** The first `most` of each ranking. */
export async function rankAll(
  app: App,
  record: Pick<Shop, "shop" | "timeZone">,
  { family, key }: LabelChoice,
  most: number,
): Promise<InterestRankings> {
  const { shop, timeZone } = record;
  const now = await app.now();
  const sinceDay = calendarDayOf(now, timeZone) - interestWithinDays + 1;
  const since = new Date(now.getTime() - interestWithinDays * dayMs);
  const label: RankedLabel =
    key === null ? null : { family: family === "tiers" ? "tier" : "group", key };
  const products = await rankInterest(app.db, shop, ["view", "cart"], label, sinceDay, most);
  const period = { since, decisionDays };
  const left = await rankAbandonedProducts(app.db, record, label, period, most);
  const abandoned = left.map(({ productId, minorUnits, ...row }) => ({
    ...row,
    subject: String(productId),
    minorUnits: Number(minorUnits),
  }));
  const ids = [...products, ...abandoned].map(({ subject }) => subject);
  const titles = await readProductTitles(app.db, shop, ids);
  const named = <Row extends { subject: string }>(row: Row): Named<Row> => ({
    ...row,
    name: titles.get(row.subject) ?? null,
  });
  return {
    products: products.map(named),
    abandoned: abandoned.map(named),
    searches: await rankInterest(app.db, shop, ["search"], label, sinceDay, most),
  };
}
