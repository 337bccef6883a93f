import { readCalibrationHead } from "../../persistence/calibrations.ts";
import { tagOf } from "../../persistence/label-tags.ts";
import { totalStandings } from "../../persistence/standings.ts";
import type { Program } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { readDraft } from "../scoring/program-draft.ts";

export type { Program };

export interface ProgramEditorPage {
  shop: { currencyCode: string; timeZone: string };
  version: number;
  program: Program;
  rankedCustomers: number;
  /** The live program is being applied: what a preview compares with is older. */
  isBeingScored: boolean;
  published: { tags: boolean; metafields: boolean; segments: boolean };
  /** What every tier's tag begins with. */
  tagPrefix: string;
  /** What somebody was editing. `form` is as the page kept it. */
  draft: { form: unknown; basedOn: number; updatedAt: string; isMine: boolean } | null;
}

/** `actor`: the number of the staff member who is looking. */
export async function readProgramEditorPage(
  app: App,
  shop: string,
  actor: string | null,
): Promise<ProgramEditorPage> {
  const record = await requireShop(app, shop);
  const { definition, version } = await readLiveProgram(app, record);
  const { rankedCustomers } = await totalStandings(app.db, shop);
  const draft = await readDraft(app, shop);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    version,
    program: definition,
    rankedCustomers,
    isBeingScored: (await readCalibrationHead(app.db, shop))?.programVersion !== version,
    published: {
      tags: record.publishTags,
      metafields: record.publishMetafields,
      segments: record.publishSegments,
    },
    tagPrefix: tagOf(record.tagPrefix, "tier", ""),
    draft: draft && {
      form: draft.form,
      basedOn: draft.basedOn,
      updatedAt: draft.updatedAt.toISOString(),
      isMine: draft.updatedBy === actor,
    },
  };
}
