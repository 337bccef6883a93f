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
    discounts: z.boolean(),
  })
  .refine((settings) => settings.tags || !settings.segments, {
    path: ["segments"],
    message: "needs tags: a segment finds its customers by their tag",
  })
  .refine((settings) => settings.segments || !settings.discounts, {
    path: ["discounts"],
    message: "needs segments: a discount is for the customers of a segment",
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
  const { tags, metafields, segments, discounts } = parsed.data;
  await app.db.$transaction(async (tx) => {
    await updateShop(tx, shop, {
      publishTags: tags,
      publishMetafields: metafields,
      publishSegments: segments,
      publishDiscounts: discounts,
    });
    await app.enqueue(tx, "publish", { shop });
  });
  return { kind: "saved" };
}
