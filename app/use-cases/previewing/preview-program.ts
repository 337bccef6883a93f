import { listDiscountsInShopify } from "../../persistence/discounts.ts";
import { listPublishedSegments } from "../../persistence/published-objects.ts";
import { findInstalledShop, type Shop } from "../../persistence/shops.ts";
import { calendarDayOf, type Program, type ProgramProblem } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { findLabelsInUse } from "../scoring/labels-in-use.ts";
import { readOutlookRules } from "../scoring/outlook-rules.ts";
import { programOfForm } from "../scoring/program-of-form.ts";
import type { BaseCache } from "./base-cache.ts";
import type { BaseInMemory } from "./base-in-memory.ts";
import { comparePrograms } from "./compare-programs.ts";
import { decideBase, type DecidedBase } from "./decided-base.ts";
import { planWrites } from "./plan-writes.ts";
import type { Preview } from "./preview-words.ts";

/** What previewing works with: it only reads. */
export type PreviewApp = Pick<App, "db">;

export type PreviewResult =
  | { kind: "preview"; preview: Preview }
  /** `field` as in the program: "windowDays", "tiers.1.name", "policy.graceDays". */
  | { kind: "refused"; problems: ProgramProblem[] };

/** What saving a form, and applying that part of it, would do as of `now`. Decides by what a run decides by, and writes nothing. */
export async function previewProgram(
  app: PreviewApp,
  bases: BaseCache,
  shop: string,
  form: unknown,
  now: Date,
  part: "all" | "upgrades" = "all",
): Promise<PreviewResult> {
  const judged = await judgeForm(app, bases, shop, form, now, part);
  if (judged.kind === "refused") return judged;
  const { record, version, base, decided, live, program, asOfDay } = judged;
  const compared = comparePrograms(base, decided, { live, program, asOfDay });
  const published = {
    segments: await listPublishedSegments(app.db, shop),
    discounts: await listDiscountsInShopify(app.db, shop),
  };
  const { writers: _, ...shown } = compared;
  const writes = planWrites(record, published, compared);
  const uses = await findLabelsInUse(app.db, shop, live, program);
  return { kind: "preview", preview: { basedOn: version, ...shown, writes, uses } };
}

export interface JudgedForm {
  kind: "judged";
  record: Shop;
  version: number;
  base: BaseInMemory;
  decided: DecidedBase;
  live: Program;
  program: Program;
  asOfDay: number;
}

/** Where everybody stands, and where a form would put them. */
export async function judgeForm(
  { db }: PreviewApp,
  bases: BaseCache,
  shop: string,
  form: unknown,
  now: Date,
  part: "all" | "upgrades" = "all",
): Promise<JudgedForm | Extract<PreviewResult, { kind: "refused" }>> {
  const record = await findInstalledShop(db, shop);
  if (record === null) throw new Error(`${shop} is not installed`);
  const { definition: live, version } = await readLiveProgram({ db }, record);
  const parsed = programOfForm(form, live, record.currencyCode);
  if (parsed.kind === "refused") return parsed;
  const { program } = parsed;
  const asOfDay = calendarDayOf(now, record.timeZone);
  const base = await bases.baseOf(db, record, program);
  const outlook = await readOutlookRules(db, shop, program);
  const decided = decideBase(base, { program, day: asOfDay, outlook, part });
  return { kind: "judged", record, version, base, decided, live, program, asOfDay };
}
