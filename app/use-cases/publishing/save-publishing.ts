import { z } from "zod";
import { namingLocaleOf } from "../../i18n/segment-names.ts";
import { updateShop } from "../../persistence/shops.ts";
import { changeTagPrefix } from "../../persistence/tag-prefixes.ts";
import { calendarDayOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { formProblemsOf } from "../form-problems.ts";
import { flowSettingsSchema, saveFlowSettings } from "../flow/triggers/save-triggers.ts";
import { requireShop } from "../require-shop.ts";
import { checkPrefix } from "./check-prefix.ts";

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
    dryRun: z.boolean().default(false),
    /** Left out = as they are. */
    flow: flowSettingsSchema.optional(),
    /** What tags of ours begin with; without it, what they begin with now. */
    tagPrefix: z.string().optional(),
    /** Of the merchant's admin: in this language our segments are named. */
    locale: z.string().max(35).default("en"),
  })
  .refine((settings) => settings.tags || !settings.segments, {
    path: ["segments"],
    message: "needs tags: a segment finds its customers by their tag",
  })
  .refine((settings) => settings.segments || !settings.discounts, {
    path: ["discounts"],
    message: "needs segments: a discount is for the customers of a segment",
  });

/** Saves what is published and starts bringing Shopify in step, both ways: turning tags off takes ours away. */
export async function savePublishing(
  app: App,
  shop: string,
  settings: unknown,
): Promise<SavePublishingResult> {
  const record = await requireShop(app, shop);
  const parsed = settingsSchema.safeParse(settings);
  if (!parsed.success) return { kind: "refused", problems: formProblemsOf(parsed.error) };
  const { tags, metafields, segments, discounts, dryRun, flow, locale } = parsed.data;
  const checked = await checkPrefix(app, record, parsed.data.tagPrefix ?? record.tagPrefix);
  if (checked.kind === "refused")
    return { kind: "refused", problems: [{ field: "tagPrefix", problem: checked.problem }] };
  const isOn = tags || metafields || segments;
  const wasOn = record.publishTags || record.publishMetafields;
  const today = calendarDayOf(await app.now(), record.timeZone);
  await app.db.$transaction(async (tx) => {
    await updateShop(tx, shop, {
      publishTags: tags,
      publishMetafields: metafields,
      publishSegments: segments,
      publishDiscounts: discounts,
      dryRun,
      ...(isOn && { cleanUpStartedAt: null }),
      // On its first day there is nothing to compare yet.
      ...(isOn && !wasOn && { driftCheckedDay: today }),
      // Names are given once: those of segments that are there stay in their language.
      ...(segments && !record.publishSegments && { namingLocale: namingLocaleOf(locale) }),
    });
    await saveFlowSettings(tx, shop, flow ?? {}, { leavesDryRun: record.dryRun && !dryRun });
    await changeTagPrefix(tx, shop, checked.prefix);
    await app.enqueue(tx, "publish", { shop });
    await app.enqueue(tx, "tell-flow", { shop });
  });
  return { kind: "saved" };
}
