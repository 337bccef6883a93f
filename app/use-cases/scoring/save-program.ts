import { z } from "zod";
import { findCurrencyProblems, parseProgram, type Program } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { keyForName } from "./key-for-name.ts";
import { readLiveProgram } from "./live-program.ts";
import type { ProgramForm, ScoreCuts } from "../pages/tiers-page.ts";
import { requireShop } from "../require-shop.ts";
import { saveNewVersion, type SaveProgramResult } from "./save-new-version.ts";

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
  return saveNewVersion(app, live, parsed.program, record, basedOn, { tiersChosenAt: new Date() });
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
