import { tagOf } from "../../persistence/label-tags.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";

/** The merchant's own labels, as a workflow names them. */
export interface FlowPage {
  shop: { currencyCode: string; timeZone: string };
  /** Highest first. */
  tiers: FlowLabel[];
  groups: FlowLabel[];
}

export interface FlowLabel {
  key: string;
  name: string;
  tag: string;
}

export async function readFlowPage(app: App, shop: string): Promise<FlowPage> {
  const record = await requireShop(app, shop);
  const { currencyCode, timeZone, tagPrefix } = record;
  const { tiers, groups } = await readLiveProgram(app, record);
  const labelsOf = (family: "tier" | "group", labels: readonly { key: string; name: string }[]) =>
    labels.map(({ key, name }) => ({ key, name, tag: tagOf(tagPrefix, family, key) }));
  return {
    shop: { currencyCode, timeZone },
    tiers: labelsOf("tier", tiers),
    groups: labelsOf("group", groups),
  };
}
