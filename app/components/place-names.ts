import type { Formats } from "../i18n/format.ts";
import type { PlainMessageKey, Text } from "../i18n/text.ts";

/** By what orders are told apart where they came from. */
export const placeDimensions = ["country", "channel", "source"] as const;
export type PlaceDimension = (typeof placeDimensions)[number];

/** Shopify's own names of sources; an app's is a number. */
const channels: Readonly<Record<string, PlainMessageKey>> = {
  web: "places.channel.web",
  pos: "places.channel.pos",
  shopify_draft_order: "places.channel.drafts",
};

export function nameOfPlace(
  dimension: PlaceDimension,
  name: string,
  text: Text,
  formats: Pick<Formats, "country">,
): string {
  if (dimension === "country") return formats.country(name);
  const known = dimension === "channel" ? channels[name] : undefined;
  return known === undefined ? name : text(known);
}
