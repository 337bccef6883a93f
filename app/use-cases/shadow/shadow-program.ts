import { z } from "zod";
import {
  deleteShadowProgram,
  readShadowProgram,
  saveShadowProgram,
} from "../../persistence/shadow-programs.ts";
import type { Database } from "../../persistence/database.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import {
  calendarDayOf,
  parseProgram,
  type Program,
  type ProgramProblem,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { readDraft, saveDraft } from "../scoring/program-draft.ts";
import { programOfForm } from "../scoring/program-of-form.ts";

export interface Shadow {
  program: Program;
  /** The version that was live when it began, and the day in shop time. */
  version: number;
  startedDay: number;
  /** The draft it was started from, as the page keeps it. */
  form: z.infer<ReturnType<typeof z.json>>;
  parts: Record<string, z.infer<ReturnType<typeof z.json>>>;
}

const definitionSchema = z.object({
  program: z.json(),
  form: z.json(),
  parts: z.record(z.string(), z.json()),
});

export type StartShadowResult =
  { kind: "started" } | { kind: "no-draft" } | { kind: "refused"; problems: ProgramProblem[] };

/** Runs the shop's draft beside the live program from today on, in the place of one that runs already. */
export async function startShadow(app: App, shop: string): Promise<StartShadowResult> {
  const record = await requireShop(app, shop);
  const { definition: live, version } = await readLiveProgram(app, record);
  const draft = await readDraft(app, shop);
  if (draft === null) return { kind: "no-draft" };
  const { form, parts } = draft;
  const parsed = programOfForm(parts, live, record.currencyCode);
  if (parsed.kind === "refused") return parsed;
  const startedDay = calendarDayOf(await app.now(), record.timeZone);
  await app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    const definition = { program: parsed.program, form, parts };
    await saveShadowProgram(tx, { shop, version, startedDay, definition });
    await app.enqueue(tx, "evaluate-shadow", { shop });
  });
  return { kind: "started" };
}

/** Null when none runs, or none that this version of the app can read. */
export async function readShadow(db: Database, shop: string): Promise<Shadow | null> {
  const stored = await readShadowProgram(db, shop);
  const definition = definitionSchema.safeParse(stored?.definition);
  if (stored === null || !definition.success) return null;
  const parsed = parseProgram(definition.data.program);
  if (parsed.kind === "refused") return null;
  const { version, startedDay } = stored;
  const { form, parts } = definition.data;
  return { program: parsed.program, version, startedDay, form, parts };
}

/** It becomes the draft, to be seen and applied like any other; it runs on until it is stopped. */
export async function adoptShadow(app: App, shop: string, actor: string | null): Promise<boolean> {
  const record = await requireShop(app, shop);
  const shadow = await readShadow(app.db, shop);
  if (shadow === null) return false;
  const { form, parts } = shadow;
  await saveDraft(app, shop, { form, parts, basedOn: record.liveProgramVersion }, actor);
  return true;
}

export async function stopShadow(app: App, shop: string): Promise<void> {
  await app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    await deleteShadowProgram(tx, shop);
  });
}
