import { listCustomGroups } from "../../persistence/custom-groups.ts";
import { listDiscounts } from "../../persistence/discounts.ts";
import type { Database } from "../../persistence/database.ts";
import { countOverridesByTier } from "../../persistence/label-holds.ts";
import {
  groupSchemeOf,
  parseMemberRule,
  type Condition,
  type MemberRule,
  type Program,
} from "../../scoring/index.ts";
import { storedDiscountOf } from "../publishing/discounts/stored-discount.ts";

/** Something that would be left without its label. */
export type LabelInUse =
  | { by: "override"; family: "tier"; key: string; name: string; customers: number }
  | { by: "discount"; family: "tier" | "group"; key: string; name: string; title: string }
  /** A group whose rule asks for the label. */
  | { by: "group"; family: "tier" | "group"; key: string; name: string; group: string };

/** What stands against giving up labels of the live program: merchants' own decisions that name them. */
export async function findLabelsInUse(
  db: Database,
  shop: string,
  live: Program,
  program: Program,
): Promise<LabelInUse[]> {
  const tiers = givenUp(live.tiers, program.tiers);
  const groups = givenUp(groupSchemeOf(live).groups, groupSchemeOf(program).groups);
  if (tiers.size + groups.size === 0) return [];
  const overrides = await countOverridesByTier(db, shop);
  const discounts = (await listDiscounts(db, shop)).map(storedDiscountOf);
  return [
    ...overrides.flatMap(({ tierKey: key, customers }): LabelInUse[] => {
      const name = tiers.get(key);
      return name === undefined ? [] : [{ by: "override", family: "tier", key, name, customers }];
    }),
    ...discounts.flatMap(({ family, labelKey: key, state, terms }): LabelInUse[] => {
      // A group of the merchant's own is none of the program's.
      if (family === "list" || state === "ended") return [];
      const name = (family === "tier" ? tiers : groups).get(key);
      if (name === undefined) return [];
      return [{ by: "discount", family, key, name, title: terms.title }];
    }),
    ...(await listCustomGroups(db, shop)).flatMap(({ name: group, rule }): LabelInUse[] => {
      const parsed = parseMemberRule(rule);
      if (parsed.kind === "refused") return [];
      return labelsOf(parsed.rule).flatMap(({ family, key }): LabelInUse[] => {
        const name = (family === "tier" ? tiers : groups).get(key);
        return name === undefined ? [] : [{ by: "group", family, key, name, group }];
      });
    }),
  ];
}

/** The tiers and groups a rule asks for, each once. */
function labelsOf({ conditions }: MemberRule): { family: "tier" | "group"; key: string }[] {
  const all = conditions.flatMap((each): Condition[] =>
    each.kind === "block" ? each.conditions : [each],
  );
  return (["tier", "group"] as const).flatMap((family) => {
    const keys = all.flatMap((each) =>
      each.kind === "label" && each.family === family ? each.keys : [],
    );
    return [...new Set(keys)].map((key) => ({ family, key }));
  });
}

type Named = readonly { key: string; name: string }[];

/** Names by key. */
function givenUp(before: Named, after: Named): Map<string, string> {
  return new Map(
    before
      .filter(({ key }) => !after.some((label) => label.key === key))
      .map(({ key, name }) => [key, name]),
  );
}
