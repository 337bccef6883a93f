import { z } from "zod";
import { readProductTitles } from "../../persistence/products.ts";
import { shareRangeOf, type ShareRange } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readStudy, type StudyFrame } from "../scoring/stored-study.ts";

export const nextPurchaseKinds = ["products", "types"] as const;
/** What is said to follow what: products, or whole product types. */
export type NextPurchaseKind = (typeof nextPurchaseKinds)[number];

export interface NextPurchase {
  name: string;
  /** Customers who bought the one and then this. */
  customers: number;
  /** How often that happened. */
  support: number;
  /** Share of the visits with the first thing that were followed by this, 0–1. */
  share: ShareRange;
  /** Fewer customers than these are told as too few. */
  isTooFew: boolean;
  /** How much likelier than after anything else. */
  lift: number;
  medianDays: number;
  /** The same again. */
  isRepeat: boolean;
}

export interface NextPurchasesPage extends StudyFrame {
  kind: NextPurchaseKind;
  /** What was bought first by most customers, first; null before the base was studied. */
  rows: { key: string; name: string; customers: number; next: NextPurchase[] }[] | null;
}

/** Below it a share would be a coin toss. */
export const fewestTogether = 20;
const mostRows = 15;
const mostNext = 3;

const associationSchema = z.object({
  item: z.string(),
  support: z.number(),
  customers: z.number(),
  lift: z.number(),
  medianDays: z.number(),
});
const schema = z.object({
  rows: z.array(
    z.object({
      item: z.string(),
      visits: z.number(),
      customers: z.number(),
      with: z.array(associationSchema),
    }),
  ),
});

/** What customers buy after what, most bought first. */
export async function readNextPurchasesPage(
  app: App,
  shop: string,
  kind: NextPurchaseKind,
  most: { rows: number; next: number } | "all" = { rows: mostRows, next: mostNext },
): Promise<NextPurchasesPage> {
  const table = kind === "products" ? "nextProducts" : "nextTypes";
  const range = most === "all" ? "*" : `0 to ${String(most.rows - 1)}`;
  const paths = { rows: `$.${table}[${range}]` };
  const { frame, study } = await readStudy(app, shop, paths, schema);
  if (study === null) return { ...frame, kind, rows: null };
  const rows = study.found.rows.map((row) => ({
    ...row,
    with: most === "all" ? row.with : row.with.slice(0, most.next),
  }));
  const items = rows.flatMap((row) => [row.item, ...row.with.map(({ item }) => item)]);
  const titles =
    kind === "products" ? await readProductTitles(app.db, shop, items) : new Map<string, string>();
  const nameOf = (item: string) => titles.get(item) ?? item;
  return {
    ...frame,
    kind,
    rows: rows.map(({ item, visits, customers, with: partners }) => ({
      key: item,
      name: nameOf(item),
      customers,
      next: partners.map((partner) => ({
        name: nameOf(partner.item),
        customers: partner.customers,
        support: partner.support,
        share: shareRangeOf(partner.support, visits),
        isTooFew: partner.customers < fewestTogether,
        lift: partner.lift,
        medianDays: partner.medianDays,
        isRepeat: partner.item === item,
      })),
    })),
  };
}
