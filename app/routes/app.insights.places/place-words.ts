import type { Formats } from "../../i18n/format.ts";
import type { PlainMessageKey, Text } from "../../i18n/text.ts";

const dimensions = ["country", "channel", "source"] as const;
export type Dimension = (typeof dimensions)[number];

/** Nonsense in the address is ignored. */
export function dimensionFromAddress(params: URLSearchParams): Dimension {
  return dimensions.find((dimension) => dimension === params.get("by")) ?? "country";
}

/** Shopify's own names of sources; an app's is a number. */
const channels: Readonly<Record<string, PlainMessageKey>> = {
  web: "places.channel.web",
  pos: "places.channel.pos",
  shopify_draft_order: "places.channel.drafts",
};

export function nameOfPlace(
  dimension: Dimension,
  name: string,
  text: Text,
  formats: Pick<Formats, "country">,
): string {
  if (dimension === "country") return formats.country(name);
  const known = dimension === "channel" ? channels[name] : undefined;
  return known === undefined ? name : text(known);
}
