import {
  groupGridOf,
  groupPresetKeys,
  groupPresets,
  groupSchemeOf,
  type GroupPresetKey,
  type Program,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";

/** A map to go on from: each square by the key of its group, from the most recent row down, from the lowest column up. */
export interface StartingMap {
  groups: { key: string; name: string }[];
  cells: string[];
}

export interface MapEditorPage {
  shop: { currencyCode: string; timeZone: string };
  version: number;
  levels: number;
  /** The live groups as a map; null where they do not go by the scores. */
  live: StartingMap | null;
  /** Whether the live groups are a map already, so that nothing is lost by drawing one. */
  isMap: boolean;
  presets: { key: GroupPresetKey; map: StartingMap }[];
}

/** What a map of the shop's own is drawn from. */
export async function readMapEditorPage(app: App, shop: string): Promise<MapEditorPage> {
  const record = await requireShop(app, shop);
  const { definition, version } = await readLiveProgram(app, record);
  const levels = definition.levels ?? 5;
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    version,
    levels,
    live: mapOf(definition),
    isMap: typeof definition.groups === "object" && definition.groups.kind === "map",
    presets: groupPresetKeys.flatMap((key) => {
      const scheme = groupPresets[key];
      if (scheme.kind === "rules" && (scheme.onlyLevels ?? levels) !== levels) return [];
      const map = mapOf({ ...definition, groups: key });
      return map === null ? [] : [{ key, map }];
    }),
  };
}

/** Groups that only a first order leads to have no square of their own, and are left out. */
function mapOf(program: Program): StartingMap | null {
  const cells = groupGridOf(program).cells.map(({ groups }) => groups[0] ?? null);
  const named = cells.flatMap((key) => (key === null ? [] : [key]));
  if (named.length < cells.length) return null;
  return {
    groups: groupSchemeOf(program)
      .groups.filter(({ key }) => named.includes(key))
      .map(({ key, name }) => ({ key, name })),
    cells: named,
  };
}
