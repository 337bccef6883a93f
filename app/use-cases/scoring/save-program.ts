import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "./live-program.ts";
import { programOfForm } from "./program-of-form.ts";
import { saveNewVersion, type SaveChoices, type SaveProgramResult } from "./save-new-version.ts";

/**
 * Saves a new version and starts the run that applies it. `form`: the parts of the program that change; `basedOn`: the
 * version the form was opened with.
 */
export async function saveProgram(
  app: App,
  shop: string,
  form: unknown,
  basedOn: number,
  choices: SaveChoices = {},
): Promise<SaveProgramResult> {
  const record = await requireShop(app, shop);
  const live = await readLiveProgram(app, record);
  const parsed = programOfForm(form, live.definition, record.currencyCode);
  if (parsed.kind === "refused") return parsed;
  const noted = { tiersChosenAt: new Date() };
  return saveNewVersion(app, live, parsed.program, record, basedOn, noted, choices);
}
