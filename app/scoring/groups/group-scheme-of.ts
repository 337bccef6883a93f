import type { GroupMap } from "../program/group-schema.ts";
import type { Program } from "../program/program.ts";
import type { GroupScheme } from "./group-scheme.ts";
import { groupPresets } from "./presets.ts";

/** The groups that a program sorts its customers into: a preset, or the merchant's own map or rules. */
export function groupSchemeOf({ groups, levels = 5 }: Program): GroupScheme {
  if (typeof groups === "string") return groupPresets[groups];
  if (groups.kind === "map") return { kind: "rules", levels, ...rulesOfMap(groups) };
  return { kind: "rules", levels, rules: groups.rules, groups: groups.groups };
}

/** A sound map's areas do not overlap, so the order of the rules does not matter. */
function rulesOfMap({ groups }: GroupMap) {
  return {
    rules: groups.flatMap(({ key, areas }) => areas.map((area) => ({ key, ...area }))),
    groups: groups.map(({ key, name }) => ({ key, name })),
  };
}
