import { countUntold } from "../../persistence/flow-notices.ts";
import type { PublishedSegment } from "../../persistence/published-objects.ts";
import { countOutstanding, listPlanned } from "../../persistence/publication-wishes.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { isDiscountInStep, type StoredDiscount } from "../publishing/discounts/stored-discount.ts";
import { publishedFamiliesOf } from "../publishing/published-families.ts";
import type { WantedLabel } from "../publishing/wanted-labels.ts";
import { requireShop } from "../require-shop.ts";
import { csvLine } from "./csv-line.ts";

/** What publishing would write if it did: customers by what they get, objects by number. */
export interface PlannedWrites {
  tagsOn: number;
  tagsOff: number;
  fieldsOn: number;
  fieldsOff: number;
  segments: number;
  discounts: number;
  /** What Shopify Flow would be told. */
  flow: number;
}

interface Held {
  labels: readonly WantedLabel[];
  segments: readonly PublishedSegment[];
  discounts: readonly StoredDiscount[];
}

/** Null while writes are made: then there is nothing to plan. */
export async function planWrites(
  app: App,
  shop: Shop,
  { labels, segments, discounts }: Held,
): Promise<PlannedWrites | null> {
  if (!shop.dryRun) return null;
  const outstanding = await countOutstanding(app.db, shop.shop, publishedFamiliesOf(shop));
  const { ready, removalsLater } = outstanding;
  const wanted = shop.publishSegments ? labels : [];
  const isHeld = ({ family, key }: WantedLabel) =>
    segments.some((each) => each.family === family && each.labelKey === key);
  const missing = wanted.filter((label) => !isHeld(label)).length;
  const leftover = segments.length - (wanted.length - missing);
  return {
    tagsOn: ready["add-tags"],
    tagsOff: ready["remove-tags"] + removalsLater,
    fieldsOn: ready["set-metafields"],
    fieldsOff: ready["delete-metafields"],
    segments: missing + leftover,
    discounts: discounts.filter((discount) => !isDiscountInStep(discount, shop)).length,
    flow: Object.values(await countUntold(app.db, shop.shop)).reduce(
      (sum, count) => sum + count,
      0,
    ),
  };
}

const rowsPerRead = 1_000;

/** CSV of what would be written to each customer, read while it is sent. */
export async function* exportPlannedWrites(app: App, shop: string): AsyncGenerator<string> {
  const record = await requireShop(app, shop);
  const families = publishedFamiliesOf(record);
  yield csvLine(["customer_id", "tags_on", "tags_off", "fields"]);
  let after = 0n;
  for (;;) {
    const rows = await listPlanned(app.db, shop, families, after, rowsPerRead);
    for (const { customerId, tagsOn, tagsOff, fields } of rows) {
      const cells = [customerId, tagsOn.join("|"), tagsOff.join("|"), fields];
      yield csvLine(cells);
      after = customerId;
    }
    if (rows.length < rowsPerRead) return;
  }
}
