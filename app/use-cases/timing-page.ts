import { z } from "zod";
import type { App } from "./app.ts";
import { readChoosableLabels, type ChoosableLabels, type LabelChoice } from "./label-choice.ts";
import { readStudy, type StudyFrame } from "./stored-study.ts";

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

export interface TimingPage extends StudyFrame {
  labels: ChoosableLabels;
  windowDays: number;
  /** Null before the base was studied, or when the tier or group is unknown. */
  profile: HourProfile | null;
}

const schema = z.object({ windowDays: z.tuple([z.number()]), profiles: z.array(profileSchema) });

/** When everybody, a tier or a group orders, in shop time. */
export async function readTimingPage(
  app: App,
  shop: string,
  { family, key }: LabelChoice,
): Promise<TimingPage> {
  const paths = { windowDays: "$.windowDays", profiles: `$.hours.${family}[*]` };
  const { frame, study } = await readStudy(app, shop, paths, schema);
  if (study === null)
    return { ...frame, labels: { tiers: [], groups: [] }, windowDays: 0, profile: null };
  return {
    ...frame,
    labels: await readChoosableLabels(app, shop, study.programVersion),
    windowDays: study.found.windowDays[0],
    profile: study.found.profiles.find(({ label }) => label === key) ?? null,
  };
}
