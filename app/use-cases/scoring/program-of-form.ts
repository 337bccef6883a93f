import { z } from "zod";
import {
  findCurrencyProblems,
  groupSchemeOf,
  parseProgram,
  type ParsedProgram,
  type Program,
} from "../../scoring/index.ts";
import { keyForName } from "./key-for-name.ts";

/**
 * What a form sends: parts of a program. A part it does not name stays as it is, a part that is null is left out of the
 * program, which then means what a program means without it.
 */
const partsSchema = z.record(z.string(), z.unknown());
/** A new tier has key null: its key is made from the name once and never changes. */
const tiersSchema = z.array(z.looseObject({ key: z.string().nullable(), name: z.string() }));

/** The program that a form makes of the live one. Whether its parts are right is judged by the engine alone. */
export function programOfForm(form: unknown, live: Program, currencyCode: string): ParsedProgram {
  const parts = partsSchema.safeParse(form);
  if (!parts.success)
    return { kind: "refused", problems: [{ field: "", problem: "must be a program" }] };
  const stated: Record<string, unknown> = { ...live, ...parts.data };
  const changed = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null));
  const parsed = parseProgram(withGroupKeys(withKeys(changed, live), live));
  if (parsed.kind === "refused") return parsed;
  const problems = findCurrencyProblems(parsed.program, currencyCode);
  return problems.length > 0 ? { kind: "refused", problems } : parsed;
}

/** A new tier is named by its place, because it has no key yet. */
const policySchema = z.looseObject({ welcome: z.looseObject({ tier: z.int() }) });

function withKeys(parts: Record<string, unknown>, live: Program): Record<string, unknown> {
  const tiers = tiersSchema.safeParse(parts["tiers"]);
  if (!tiers.success) return parts;
  const keyed = giveKeys(tiers.data, live);
  const policy = policySchema.safeParse(parts["policy"]);
  if (!policy.success) return { ...parts, tiers: keyed };
  const { welcome } = policy.data;
  const tier = keyed[welcome.tier]?.key;
  return { ...parts, tiers: keyed, policy: { ...policy.data, welcome: { ...welcome, tier } } };
}

/** The groups of a map of the shop's own. A new one has key null, like a new tier. */
const mapSchema = z.looseObject({
  kind: z.literal("map"),
  groups: z.array(z.looseObject({ key: z.string().nullable(), name: z.string() })),
});

function withGroupKeys(parts: Record<string, unknown>, live: Program): Record<string, unknown> {
  const map = mapSchema.safeParse(parts["groups"]);
  if (!map.success) return parts;
  const taken = new Set(groupSchemeOf(live).groups.map(({ key }) => key));
  for (const { key } of map.data.groups) if (key !== null) taken.add(key);
  const groups = map.data.groups.map((group) => {
    const key = group.key ?? keyForName(group.name, taken, "group");
    taken.add(key);
    return { ...group, key };
  });
  return { ...parts, groups: { ...map.data, groups } };
}

/** A tier keeps its key for life, and nobody gets the key of a tier that is given up. */
function giveKeys(tiers: z.infer<typeof tiersSchema>, live: Program): { key: string }[] {
  const taken = new Set(tiers.flatMap(({ key }) => (key === null ? [] : [key])));
  for (const { key } of live.tiers) taken.add(key);
  return tiers.map((tier) => {
    const key = tier.key ?? keyForName(tier.name, taken);
    taken.add(key);
    return { ...tier, key };
  });
}
