import { dropDecidedDrifts, listNoticed, sampleInStep } from "../../../persistence/drifts.ts";
import { updateShop, type Shop } from "../../../persistence/shops.ts";
import { calendarDayOf } from "../../../scoring/index.ts";
import type { AdminClient } from "../../../shopify/admin-client.ts";
import type { App } from "../../app.ts";
import { findOpenShop } from "../../find-open-shop.ts";
import { publishedFamiliesOf } from "../published-families.ts";
import { readLabelTags } from "../label-tags-of-shop.ts";
import { compareCustomers } from "./compare-customers.ts";
import { noticeDiscounts } from "./notice-discounts.ts";
import { noticeSegments } from "./notice-segments.ts";
import { dailySample } from "./sample-size.ts";

const mostNoticed = 250;

/**
 * Looks for what others changed in Shopify. "noticed": what webhooks told of; "sample": a random sample of customers as
 * well, and every segment and discount of ours. Not beside a publication, whose writes it would take for others'.
 */
export async function checkDrift(
  app: App,
  shop: string,
  kind: "noticed" | "sample",
  signal: AbortSignal,
): Promise<void> {
  await app.runAlone(`publish:${shop}`, async () => {
    const record = await findOpenShop(app, shop);
    if (record === null || record.dryRun) return;
    const admin = await app.adminOf(shop);
    await dropDecidedDrifts(app.db, shop);
    const labelTags = await readLabelTags(app, record);
    await compareNoticed(app, record, admin, labelTags, signal);
    await noticeSegments(app, shop, admin);
    if (kind === "noticed") return;
    if (!record.missingScopes.includes("write_discounts")) await noticeDiscounts(app, shop, admin);
    await compareSample(app, record, admin, labelTags);
  });
  await app.enqueue(app.db, "publish", { shop });
}

async function compareNoticed(
  app: App,
  record: Shop,
  admin: AdminClient,
  labelTags: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  const families = publishedFamiliesOf(record);
  for (;;) {
    signal.throwIfAborted();
    const noticed = await listNoticed(app.db, record.shop, families, mostNoticed);
    await compareCustomers(app, record, admin, labelTags, noticed);
    if (noticed.length < mostNoticed) return;
  }
}

async function compareSample(
  app: App,
  record: Shop,
  admin: AdminClient,
  labelTags: ReadonlySet<string>,
): Promise<void> {
  const { shop } = record;
  const now = await app.now();
  const day = calendarDayOf(now, record.timeZone);
  const families = publishedFamiliesOf(record);
  const seed = `${shop} ${day}`;
  const { base, sample } = await sampleInStep(app.db, shop, families, dailySample, seed);
  const differing = await compareCustomers(app, record, admin, labelTags, sample);
  await updateShop(app.db, shop, {
    driftCheckedAt: new Date(),
    driftCheckedDay: day,
    driftBase: base,
    driftSample: sample.length,
    driftFound: differing.length,
  });
}
