import type { App } from "../app.ts";
import { readProgramVersion } from "../scoring/live-program.ts";

/** By whom a picture is asked for: everybody (null), or one tier or group. */
export interface LabelChoice {
  family: "tiers" | "groups";
  key: string | null;
}

export interface ChoosableLabels {
  tiers: { key: string; name: string }[];
  groups: { key: string; name: string }[];
}

/** The tiers and groups a study knows, by the program it was made with. */
export async function readChoosableLabels(
  app: App,
  shop: string,
  programVersion: number,
): Promise<ChoosableLabels> {
  const { tiers, groups } = await readProgramVersion(app.db, shop, programVersion);
  const namesOf = (labels: readonly { key: string; name: string }[]) =>
    labels.map(({ key, name }) => ({ key, name }));
  return { tiers: namesOf(tiers), groups: namesOf(groups) };
}
