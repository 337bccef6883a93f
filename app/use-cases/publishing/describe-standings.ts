import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { readCalibrationHead } from "../../persistence/calibrations.ts";
import { readNextHandles } from "../../persistence/next-products.ts";
import type { MetafieldWrite } from "../../persistence/publication-wishes.ts";
import { wayToNext, type Calibration, type Program, type WayToNext } from "../../scoring/index.ts";
import { readProgramVersion } from "../scoring/live-program.ts";
import { readStoredCalibration } from "../scoring/stored-calibration.ts";
import type { Publishing } from "./publishing.ts";

/** The fields of one customer, as the gateway takes them. */
export interface CustomerFields {
  customerId: bigint;
  tier: string;
  standing: Standing;
}

/** The field `standing`: what blocks of the theme, of customer accounts and of the admin, and Flow, read. */
type Standing = {
  tier: string;
  group: string | null;
  /** 0–100 */
  value: number;
  scores: { recency: number | null; frequency: number | null; monetary: number | null };
  /** Null in the highest tier. */
  next: {
    tier: string;
    /** 0–99 */
    donePercent: number;
    /** Where tiers are a matter of fixed amounts; `spend` in whole units of the currency. */
    missing: { spend: number; currency: string; orders: number } | null;
  } | null;
  /** Handles of products to offer next, what fits best first; five at most. */
  products: string[];
};

/** What is said of customers in their fields, at the cut-offs of the standing calibration. */
export async function describeStandings(
  { app, shop: { shop, currencyCode } }: Publishing,
  writes: readonly MetafieldWrite[],
): Promise<CustomerFields[]> {
  const ids = writes.map(({ customerId }) => customerId);
  const products = await readNextHandles(app.db, shop, ids);
  const head = await readCalibrationHead(app.db, shop);
  const cutOffs =
    head === null
      ? null
      : {
          calibration: await readStoredCalibration(app.db, shop, head.id),
          program: (await readProgramVersion(app.db, shop, head.programVersion)).definition,
        };
  return writes.map((write) => ({
    customerId: write.customerId,
    tier: write.tier,
    standing: {
      tier: write.tier,
      group: write.group,
      value: write.valueE4 / 10_000,
      scores: {
        recency: write.recencyScore,
        frequency: write.frequencyScore,
        monetary: write.monetaryScore,
      },
      next: cutOffs === null ? null : describeNext(write, cutOffs, currencyCode),
      products: products.get(write.customerId) ?? [],
    },
  }));
}

function describeNext(
  write: MetafieldWrite,
  { calibration, program }: { calibration: Calibration; program: Program },
  currencyCode: string,
): Standing["next"] {
  const way = wayToNext(
    {
      tierKey: write.tier,
      valueE4: write.valueE4,
      orders: write.countedOrders,
      windowOrders: write.windowOrders,
      spendMinor: Number(write.netMinorUnits),
      windowSpendMinor: Number(write.windowNetMinorUnits),
    },
    calibration,
    program,
  );
  if (way === null) return null;
  const { tierKey, donePercent, missing } = way;
  return {
    tier: tierKey,
    donePercent,
    missing: missing === null ? null : describeMissing(missing, currencyCode),
  };
}

function describeMissing(
  { spendMinor, orders }: NonNullable<WayToNext["missing"]>,
  currency: string,
) {
  const digits = findCurrencyMinorDigits(currency) ?? 2;
  return { spend: spendMinor / 10 ** digits, currency, orders };
}
