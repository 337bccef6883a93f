import { z } from "zod";
import { insertProgram } from "../../persistence/programs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop, updateShop } from "../../persistence/shops.ts";
import {
  findCurrencyProblems,
  parseProgram,
  type Program,
  type ProgramProblem,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { keyForName } from "./key-for-name.ts";
import { readLiveProgram } from "./live-program.ts";
import type { ProgramForm, ScoreCuts } from "../pages/tiers-page.ts";
import { requireShop } from "../require-shop.ts";

export type SaveProgramResult =
  | { kind: "saved"; version: number }
  | { kind: "unchanged"; version: number }
  /** `field` as in the form: "windowDays", "weights", "tiers.1.name", "tiers.0.cutBp". */
  | { kind: "refused"; problems: ProgramProblem[] }
  /** Somebody else saved since this form was opened. */
  | { kind: "conflict"; liveVersion: number };

const formSchema = z.object({
  windowDays: z.unknown(),
  weights: z.unknown(),
  tiers: z.array(z.object({ key: z.string().nullable(), name: z.string(), cutBp: z.unknown() })),
  groups: z.string().nullable().default(null),
  scoreCuts: z.enum(["quantile", "natural-breaks"]).nullable().default(null),
}) satisfies z.ZodType<{ [Field in keyof ProgramForm]: unknown }>;

/** Saves a new version and starts the run that applies it. `basedOn` = the version the form was opened with. */
export async function saveProgram(
  app: App,
  shop: string,
  form: unknown,
  basedOn: number,
): Promise<SaveProgramResult> {
  const record = await requireShop(app, shop);
  const live = await readLiveProgram(app, record);
  const fields = formSchema.safeParse(form);
  if (!fields.success)
    return { kind: "refused", problems: [{ field: "", problem: "must be a program" }] };
  const { windowDays, weights, tiers, groups, scoreCuts } = fields.data;
  const parsed = parseProgram({
    ...withScoreCuts(live.definition, scoreCuts),
    windowDays,
    weights,
    tiers: giveKeys(tiers, live.definition),
    groups: groups ?? live.definition.groups,
  });
  if (parsed.kind === "refused") return parsed;
  const problems = findCurrencyProblems(parsed.program, record.currencyCode);
  if (problems.length > 0) return { kind: "refused", problems };
  if (
    JSON.stringify(parsed.program) === JSON.stringify(live.definition) &&
    live.version === basedOn
  ) {
    return { kind: "unchanged", version: live.version };
  }

  return app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    const liveProgramVersion = (await findInstalledShop(tx, shop))?.liveProgramVersion ?? 0;
    if (liveProgramVersion !== basedOn)
      return { kind: "conflict", liveVersion: liveProgramVersion };
    const version = liveProgramVersion + 1;
    const now = new Date();
    await insertProgram(tx, shop, version, parsed.program, now);
    await updateShop(tx, shop, { liveProgramVersion: version, tiersChosenAt: now });
    await app.enqueue(tx, "score-base", { shop, kind: "program-change" });
    return { kind: "saved", version };
  });
}

function withScoreCuts(live: Program, scoreCuts: ScoreCuts | null): Program {
  if (scoreCuts === null) return live;
  // Quantiles are what a program means by saying nothing.
  const { cutPoints: _, ...rest } = live;
  if (scoreCuts === "quantile") return rest;
  const rule = { kind: scoreCuts };
  return { ...rest, cutPoints: { recency: rule, frequency: rule, monetary: rule } };
}

/** A tier keeps its key for life; a new one gets a key made from its name. */
function giveKeys(
  tiers: z.infer<typeof formSchema>["tiers"],
  live: Program,
): { key: string; name: string; cutBp: unknown }[] {
  const taken = new Set(tiers.flatMap(({ key }) => (key === null ? [] : [key])));
  for (const { key } of live.tiers) taken.add(key);
  return tiers.map((tier) => {
    const key = tier.key ?? keyForName(tier.name, taken);
    taken.add(key);
    return { ...tier, key };
  });
}
