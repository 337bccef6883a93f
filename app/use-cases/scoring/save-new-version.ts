import { insertProgram, readNewestVersion } from "../../persistence/programs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop, updateShop, type Shop } from "../../persistence/shops.ts";
import type { Program, ProgramProblem } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { findLabelsInUse, type LabelInUse } from "./labels-in-use.ts";
import type { LiveProgram } from "./live-program.ts";

export type { ProgramProblem };

export type SaveProgramResult =
  | { kind: "saved"; version: number }
  | { kind: "unchanged"; version: number }
  /** `field` as in the form: "windowDays", "weights", "tiers.1.name", "tiers.0.cutBp". */
  | { kind: "refused"; problems: ProgramProblem[] }
  /** A label that the program gives up is still in use. */
  | { kind: "in-use"; uses: LabelInUse[] }
  /** Somebody else saved since this form was opened. */
  | { kind: "conflict"; liveVersion: number };

export interface SaveChoices {
  /** The number of the staff member. */
  actor?: string | null;
  /** What of the moves is applied: everybody else keeps the labels they have for now. */
  part?: "all" | "upgrades";
}

/**
 * Saves a checked program as a new version and starts the run that scores everybody by it. `basedOn`: the version the
 * form was opened with; `noted`: what a shop remembers of its merchant having seen to this.
 */
export async function saveNewVersion(
  app: App,
  live: LiveProgram,
  program: Program,
  { shop }: Shop,
  basedOn: number,
  noted: Pick<Partial<Shop>, "tiersChosenAt" | "moneyConfirmedAt">,
  { actor = null, part = "all" }: SaveChoices = {},
): Promise<SaveProgramResult> {
  const isSame = JSON.stringify(program) === JSON.stringify(live.definition);
  if (isSame && live.version === basedOn) return { kind: "unchanged", version: live.version };
  return app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    const liveProgramVersion = (await findInstalledShop(tx, shop))?.liveProgramVersion ?? 0;
    if (liveProgramVersion !== basedOn)
      return { kind: "conflict", liveVersion: liveProgramVersion };
    const uses = await findLabelsInUse(tx, shop, live.definition, program);
    if (uses.length > 0) return { kind: "in-use", uses };
    const version = (await readNewestVersion(tx, shop)) + 1;
    const saving = { savedBy: actor, applyPart: part };
    await insertProgram(tx, shop, version, program, new Date(), saving);
    await updateShop(tx, shop, { liveProgramVersion: version, ...noted });
    await app.enqueue(tx, "score-base", { shop, kind: "program-change" });
    return { kind: "saved", version };
  });
}
