import { z } from "zod";
import type { App } from "../app.ts";
import type { LabelChoice } from "./label-choice.ts";
import { readLabelProfile, type LabelProfilePage } from "../scoring/label-profile.ts";

const bestTimeSchema = z.object({
  at: z.number(),
  orders: z.number(),
  share: z.object({ share: z.number(), low: z.number(), high: z.number() }),
  indexAgainstAll: z.number(),
});

const profileSchema = z.object({
  label: z.string().nullable(),
  orders: z.number(),
  grid: z.array(z.number()).length(7 * 24),
  best: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("too-few"), needs: z.number(), has: z.number() }),
    z.object({
      kind: z.literal("best"),
      hour: bestTimeSchema,
      weekday: bestTimeSchema,
      weekdayHour: bestTimeSchema,
    }),
  ]),
});

export type HourProfile = z.infer<typeof profileSchema>;

export type TimingPage = LabelProfilePage<HourProfile>;

/** When everybody, a tier or a group orders, in shop time. */
export async function readTimingPage(
  app: App,
  shop: string,
  { family, key }: LabelChoice,
): Promise<TimingPage> {
  return readLabelProfile(app, shop, `$.hours.${family}[*]`, profileSchema, key);
}
