import { z } from "zod";
import type { App } from "./app.ts";
import { readChoosableLabels, type ChoosableLabels, type LabelChoice } from "./label-choice.ts";
import { readStudy, type StudyFrame } from "./stored-study.ts";

export const placeDimensions = ["country", "channel", "source"] as const;
export type PlaceDimension = (typeof placeDimensions)[number];

const profileSchema = z.object({
  label: z.string().nullable(),
  orders: z.number(),
  customers: z.number(),
  unknownOrders: z.number(),
  places: z.array(
    z.object({
      name: z.string(),
      orders: z.number(),
      customers: z.number(),
      netMinor: z.number(),
      share: z.object({ share: z.number(), low: z.number(), high: z.number() }),
      indexAgainstAll: z.number().nullable(),
    }),
  ),
});

export type PlaceProfile = z.infer<typeof profileSchema>;

export interface PlacesPage extends StudyFrame {
  labels: ChoosableLabels;
  windowDays: number;
  /** Null before the base was studied, or when the tier or group is unknown. */
  profile: PlaceProfile | null;
}

const schema = z.object({ windowDays: z.tuple([z.number()]), profiles: z.array(profileSchema) });

/** Where the orders of everybody, a tier or a group come from. */
export async function readPlacesPage(
  app: App,
  shop: string,
  dimension: PlaceDimension,
  { family, key }: LabelChoice,
): Promise<PlacesPage> {
  const paths = {
    windowDays: "$.windowDays",
    profiles: `$.places.${dimension}.${family}[*]`,
  };
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
