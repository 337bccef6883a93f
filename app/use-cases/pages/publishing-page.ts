import { listProblems, totalPublications } from "../../persistence/publication-ledger.ts";
import {
  listPublishedDiscounts,
  listPublishedSegments,
} from "../../persistence/published-objects.ts";
import { totalStandings } from "../../persistence/standings.ts";
import type { App } from "../app.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import type { WorkProgress } from "./page-words.ts";
import { readWaiting } from "../publishing/read-waiting.ts";
import { requireShop } from "../require-shop.ts";
import { segmentName, wantedLabels } from "../publishing/wanted-labels.ts";
import { readProgress } from "./work-progress.ts";

export interface PublishingSettings {
  tags: boolean;
  metafields: boolean;
  segments: boolean;
  /** Percent off for the top tier, 1–100; null = no discount. Needs segments. */
  topTierDiscountPercent: number | null;
}

export interface PublishingPage {
  shop: { currencyCode: string; timeZone: string };
  settings: PublishingSettings;
  rankedCustomers: number;
  topTierName: string;
  tags: { customers: number; lastWrittenAt: string | null };
  metafields: { customers: number };
  segments: { name: string; labelKey: string; family: "tier" | "group"; inShopify: boolean }[];
  discount: { title: string; percent: number; status: "active" | "none" };
  /** Customers still to be written. */
  waiting: number;
  /** Nothing is left to do: customers, segments and the discount are in Shopify as wanted, or gone as wanted. */
  isInStep: boolean;
  problems: { customerId: string; problem: string }[];
  progress: WorkProgress | null;
}

const problemsShown = 50;

export async function readPublishingPage(app: App, shop: string): Promise<PublishingPage> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  // Asked first: what is written meanwhile then makes the page say too little, never that all is done.
  const waiting = await readWaiting(app, record);
  const written = await totalPublications(app.db, shop);
  const segments = await listPublishedSegments(app.db, shop);
  const [discount] = await listPublishedDiscounts(app.db, shop);
  const wantedSegments = record.publishSegments ? wantedLabels(program).length : 0;
  const wantedPercent = record.publishSegments ? record.topTierDiscountPercent : null;
  const problems = await listProblems(app.db, shop, problemsShown);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    settings: {
      tags: record.publishTags,
      metafields: record.publishMetafields,
      segments: record.publishSegments,
      topTierDiscountPercent: record.topTierDiscountPercent,
    },
    rankedCustomers: (await totalStandings(app.db, shop)).rankedCustomers,
    topTierName: program.tiers[0]?.name ?? "",
    tags: {
      customers: written.tagged,
      lastWrittenAt: written.lastWrittenAt?.toISOString() ?? null,
    },
    metafields: { customers: written.fields },
    segments: wantedLabels(program).map((label) => {
      const made = segments.find(
        (each) => each.family === label.family && each.labelKey === label.key,
      );
      const { family, key: labelKey } = label;
      return {
        family,
        labelKey,
        name: made?.name ?? segmentName(label),
        inShopify: made !== undefined,
      };
    }),
    discount:
      discount === undefined
        ? { title: "", percent: record.topTierDiscountPercent ?? 0, status: "none" }
        : { title: discount.title, percent: discount.percent, status: "active" },
    waiting: waiting.customers,
    isInStep:
      waiting.customers === 0 &&
      segments.length === wantedSegments &&
      (discount?.percent ?? null) === wantedPercent,
    problems: problems.map(({ customerId, problem }) => ({
      customerId: String(customerId),
      problem: problem ?? "",
    })),
    progress: await readProgress(app, record, waiting),
  };
}
