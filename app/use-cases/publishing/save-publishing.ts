import { z } from "zod";
import { updateShop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import type { PublishingSettings } from "../pages/publishing-page.ts";
import { requireShop } from "../require-shop.ts";

export type SavePublishingResult =
  | { kind: "saved" }
  /** `field` as in the form, `problem` what must be otherwise. */
  | { kind: "refused"; problems: { field: string; problem: string }[] };

const settingsSchema = z
  .strictObject({
    tags: z.boolean(),
    metafields: z.boolean(),
    segments: z.boolean(),
    topTierDiscountPercent: z
      .int("must be a whole number of percent")
      .min(1, "must be 1 or more")
      .max(100, "must be 100 or less")
      .nullable(),
  })
  .refine((settings) => settings.tags || !settings.segments, {
    path: ["segments"],
    message: "needs tags: a segment finds its customers by their tag",
  })
  .refine((settings) => settings.segments || settings.topTierDiscountPercent === null, {
    path: ["topTierDiscountPercent"],
    message: "needs segments: the discount is for the top tier's segment",
  }) satisfies z.ZodType<PublishingSettings>;

/** Saves what is published and starts bringing Shopify in step, both ways: turning tags off takes ours away. */
export async function savePublishing(
  app: App,
  shop: string,
  settings: unknown,
): Promise<SavePublishingResult> {
  await requireShop(app, shop);
  const parsed = settingsSchema.safeParse(settings);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      field: path.join("."),
      problem: message,
    }));
    return { kind: "refused", problems };
  }
  const { tags, metafields, segments, topTierDiscountPercent } = parsed.data;
  await app.db.$transaction(async (tx) => {
    await updateShop(tx, shop, {
      publishTags: tags,
      publishMetafields: metafields,
      publishSegments: segments,
      topTierDiscountPercent,
    });
    await app.enqueue(tx, "publish", { shop });
  });
  return { kind: "saved" };
}
