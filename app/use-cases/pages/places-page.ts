import { z } from "zod";
import type { App } from "../app.ts";
import type { LabelChoice } from "./label-choice.ts";
import { readLabelProfile, type LabelProfilePage } from "../scoring/label-profile.ts";

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

export type PlacesPage = LabelProfilePage<PlaceProfile>;

/** Where the orders of everybody, a tier or a group come from. */
export async function readPlacesPage(
  app: App,
  shop: string,
  dimension: PlaceDimension,
  { family, key }: LabelChoice,
): Promise<PlacesPage> {
  return readLabelProfile(app, shop, `$.places.${dimension}.${family}[*]`, profileSchema, key);
}
