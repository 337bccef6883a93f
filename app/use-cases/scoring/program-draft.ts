import { z } from "zod";
import {
  deleteProgramDraft,
  readProgramDraft,
  saveProgramDraft,
} from "../../persistence/program-drafts.ts";
import type { App } from "../app.ts";

/** `form` is the page's own; `parts` is what `saveProgram` takes. */
export const draftRequest = z.object({
  form: z.json(),
  parts: z.record(z.string(), z.json()),
  basedOn: z.int().positive(),
});

export interface Draft extends z.infer<typeof draftRequest> {
  updatedAt: Date;
  /** The number of the staff member; null = nobody knows. */
  updatedBy: string | null;
}

/** Keeps what somebody is editing beside the live program, until it is saved or discarded. */
export async function saveDraft(
  app: App,
  shop: string,
  { form, parts, basedOn }: z.infer<typeof draftRequest>,
  actor: string | null,
): Promise<void> {
  await saveProgramDraft(app.db, {
    shop,
    basedOn,
    definition: { form, parts },
    updatedAt: new Date(),
    updatedBy: actor,
  });
}

/** Null when there is none, or none that this version of the app can read. */
export async function readDraft(app: Pick<App, "db">, shop: string): Promise<Draft | null> {
  const stored = await readProgramDraft(app.db, shop);
  if (stored === null) return null;
  const { basedOn, updatedAt, updatedBy } = stored;
  const kept = draftRequest.omit({ basedOn: true }).safeParse(stored.definition);
  return kept.success ? { ...kept.data, basedOn, updatedAt, updatedBy } : null;
}

export async function discardDraft(app: App, shop: string): Promise<void> {
  await deleteProgramDraft(app.db, shop);
}
