import { listNearTagLimit, totalPublications } from "../../persistence/publication-ledger.ts";
import { listCustomGroups } from "../../persistence/custom-groups.ts";
import { readFlowTriggers } from "../../persistence/flow-triggers.ts";
import { listDiscounts } from "../../persistence/discounts.ts";
import { listPublishedSegments } from "../../persistence/published-objects.ts";
import { totalStandings } from "../../persistence/standings.ts";
import { calendarDayOf, formatCalendarDay } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { describeDiscount, type DiscountSummary } from "./discount-summary.ts";
import type { WorkProgress } from "./page-words.ts";
import { isDiscountInStep, storedDiscountOf } from "../publishing/discounts/stored-discount.ts";
import { readWaiting } from "../publishing/read-waiting.ts";
import { flowSettingsOf, type FlowSettings } from "../flow/triggers/save-triggers.ts";
import { viewFlowTriggers, type FlowTriggerView } from "./flow-trigger-view.ts";
import { requireShop } from "../require-shop.ts";
import { readRefused, type RefusedCustomers } from "./refused-customers.ts";
import { readWantedSegments } from "../publishing/wanted-labels.ts";
import { readDriftCheck, type DriftCheck } from "./drift-page.ts";
import { planWrites, type PlannedWrites } from "./planned-writes.ts";
import { viewSegment, type SegmentView } from "./segment-view.ts";
import { readProgress } from "./work-progress.ts";

export interface PublishingSettings {
  tags: boolean;
  metafields: boolean;
  segments: boolean;
  /** Needs segments. */
  discounts: boolean;
  /** Compute but write nothing. */
  dryRun: boolean;
  /** What our tags begin with. */
  tagPrefix: string;
  flow: FlowSettings;
}

export interface PublishingPage {
  shop: { currencyCode: string; timeZone: string };
  settings: PublishingSettings;
  rankedCustomers: number;
  tags: { customers: number; lastWrittenAt: string | null };
  metafields: { customers: number };
  segments: SegmentView[];
  /** Null while writes are made. */
  planned: PlannedWrites | null;
  drift: DriftCheck;
  /** Of Shopify's budget for calls; null before the first call. */
  budget: { available: number; most: number } | null;
  discounts: DiscountSummary[];
  /** Customers still to be written. */
  waiting: number;
  /** Nothing is left to do: customers, segments and the discount are in Shopify as wanted, or gone as wanted. */
  isInStep: boolean;
  refused: RefusedCustomers;
  /** What Shopify Flow has been told, and why it takes no more. */
  flow: FlowTriggerView[];
  /** Customers who have nearly as many tags as Shopify takes. */
  nearTagLimit: { customerId: string; tags: number }[];
  progress: WorkProgress | null;
}

const nearLimitShown = 50;

export async function readPublishingPage(app: App, shop: string): Promise<PublishingPage> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  // Asked first: what is written meanwhile then makes the page say too little, never that all is done.
  const waiting = await readWaiting(app, record);
  const written = await totalPublications(app.db, shop);
  const segments = await listPublishedSegments(app.db, shop);
  const discounts = (await listDiscounts(app.db, shop)).map(storedDiscountOf);
  const own = await listCustomGroups(app.db, shop);
  const labels = await readWantedSegments(app, shop, program);
  const wantedSegments = record.publishSegments ? labels.length : 0;
  const today = formatCalendarDay(calendarDayOf(await app.now(), record.timeZone));
  const flowTriggers = await readFlowTriggers(app.db, shop);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    settings: {
      tags: record.publishTags,
      metafields: record.publishMetafields,
      segments: record.publishSegments,
      discounts: record.publishDiscounts,
      dryRun: record.dryRun,
      tagPrefix: record.tagPrefix,
      flow: flowSettingsOf(flowTriggers),
    },
    rankedCustomers: (await totalStandings(app.db, shop)).rankedCustomers,
    tags: {
      customers: written.tagged,
      lastWrittenAt: written.lastWrittenAt?.toISOString() ?? null,
    },
    metafields: { customers: written.fields },
    segments: labels.map((label) => viewSegment(label, segments, record)),
    planned: await planWrites(app, record, { labels, segments, discounts }),
    drift: await readDriftCheck(app, record),
    budget:
      record.apiBudgetAvailable === null || record.apiBudgetMaximum === null
        ? null
        : { available: record.apiBudgetAvailable, most: record.apiBudgetMaximum },
    discounts: discounts.map((discount) =>
      describeDiscount(discount, record, { program, own }, today),
    ),
    waiting: waiting.customers,
    isInStep:
      waiting.customers === 0 &&
      segments.length === wantedSegments &&
      discounts.every((discount) => isDiscountInStep(discount, record)),
    nearTagLimit: (await listNearTagLimit(app.db, shop, nearLimitShown)).map(
      ({ customerId, tagCount }) => ({ customerId: String(customerId), tags: tagCount ?? 0 }),
    ),
    refused: await readRefused(app, shop, null),
    flow: await viewFlowTriggers(app, shop, flowTriggers),
    progress: await readProgress(app, record, waiting),
  };
}
