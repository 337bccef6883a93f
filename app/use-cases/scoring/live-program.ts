import { readProgram } from "../../persistence/programs.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { Database } from "../../persistence/database.ts";
import { groupSchemeOf, parseProgram, type GroupName, type Program } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import type { TierDefinition } from "../pages/page-words.ts";

export interface LiveProgram {
  version: number;
  definition: Program;
  /** Highest first. */
  tiers: TierDefinition[];
  groups: readonly GroupName[];
}

/** The rules a shop's customers are judged by now. */
export async function readLiveProgram(app: Pick<App, "db">, shop: Shop): Promise<LiveProgram> {
  return readProgramVersion(app.db, shop.shop, shop.liveProgramVersion);
}

export async function readProgramVersion(
  db: Database,
  shop: string,
  version: number,
): Promise<LiveProgram> {
  const stored = await readProgram(db, shop, version);
  if (stored === null) throw new Error(`program ${String(version)} of ${shop} is missing`);
  const parsed = parseProgram(stored.definition);
  if (parsed.kind === "refused")
    throw new Error(`program ${String(version)} of ${shop} cannot be read`);
  const definition = parsed.program;
  return {
    version,
    definition,
    tiers: definition.tiers.map(({ key, name, cutBp = null, keepBp = cutBp }, rank) => ({
      key,
      name,
      cutBp,
      keepBp,
      rank,
    })),
    groups: groupSchemeOf(definition).groups,
  };
}

/** The name a label has today; its key when the program no longer knows it. */
export function nameOfLabel(program: LiveProgram, family: "tier" | "group", key: string): string {
  const labels = family === "tier" ? program.tiers : program.groups;
  return labels.find((label) => label.key === key)?.name ?? key;
}
