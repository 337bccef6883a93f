import { checkGroupMap } from "../groups/check-group-map.ts";
import { checkGroupRules } from "../groups/check-groups.ts";
import type { GroupPresetKey } from "../groups/presets.ts";
import { groupPresets } from "../groups/presets.ts";
import type { GroupMap, GroupRules } from "./group-schema.ts";
import type { Program, ProgramProblem } from "./program-parts.ts";

/** Cells beyond these are counted, not named. */
const mostCellsNamed = 6;

/** Every customer is in exactly one group, whichever scores they have; says which cells are in none or in several. */
export function findGroupProblems({ groups, levels = 5 }: Program): ProgramProblem[] {
  if (typeof groups === "string") return findPresetProblems(groups, levels);
  const repeated = groups.groups.flatMap(({ key }, index) =>
    groups.groups.findIndex((other) => other.key === key) < index
      ? [{ field: `groups.groups.${index}.key`, problem: `must be unique, "${key}" stands twice` }]
      : [],
  );
  return [
    ...repeated,
    ...(groups.kind === "map" ? findMapProblems(groups, levels) : findRuleProblems(groups, levels)),
  ];
}

function findPresetProblems(preset: GroupPresetKey, levels: number): ProgramProblem[] {
  const scheme = groupPresets[preset];
  if (scheme.kind !== "rules" || scheme.onlyLevels === undefined || scheme.onlyLevels === levels)
    return [];
  return [
    {
      field: "groups",
      problem: `must be another set with ${levels} levels: ${preset} has ${scheme.onlyLevels}`,
    },
  ];
}

function findMapProblems(map: GroupMap, levels: number): ProgramProblem[] {
  const check = checkGroupMap(map, levels);
  if (check.kind === "sound") return [];
  const problems: ProgramProblem[] = check.areasOutside.map(({ group, area }) => ({
    field: `groups.groups.${group}.areas.${area}`,
    problem: `must stay within the scores 1 to ${levels}`,
  }));
  const gaps = check.cellsWithoutGroup.map((cell) => nameCell(cell));
  if (gaps.length > 0)
    problems.push({
      field: "groups.groups",
      problem: `must cover every cell; in no group: ${list(gaps)}`,
    });
  const shared = check.cellsWithSeveralGroups.map(
    (cell) => `${nameCell(cell)} (${cell.groups.join(", ")})`,
  );
  if (shared.length > 0)
    problems.push({
      field: "groups.groups",
      problem: `must give each cell to one group; in several: ${list(shared)}`,
    });
  return problems;
}

function findRuleProblems(rules: GroupRules, levels: number): ProgramProblem[] {
  const check = checkGroupRules(rules, levels);
  if (check.kind === "sound") return [];
  const problems: ProgramProblem[] = check.rulesNeverReached.map(({ rule, takenBy }) => ({
    field: `groups.rules.${rule}`,
    problem:
      takenBy.length === 0
        ? "must match somebody; it matches nobody"
        : `must match somebody; rules before it take all of them: ${takenBy.join(", ")}`,
  }));
  for (const { rule, key } of check.keysWithoutName)
    problems.push({
      field: `groups.rules.${rule}.key`,
      problem: `must be one of the groups, "${key}" is none`,
    });
  for (const { group, key } of check.namesWithoutRule)
    problems.push({
      field: `groups.groups.${group}.key`,
      problem: `must have a rule, "${key}" has none`,
    });
  const gaps = check.casesWithoutGroup.map(
    ({ recency, frequency, monetary, hasOneOrder }) =>
      `R${recency} F${frequency} M${monetary}${hasOneOrder ? " with one order" : ""}`,
  );
  if (gaps.length > 0)
    problems.push({
      field: "groups.rules",
      problem: `must match everybody; in no group: ${list(gaps)}`,
    });
  return problems;
}

function nameCell(cell: { recency: number; frequencyMonetary: number }): string {
  return `R${cell.recency} FM${cell.frequencyMonetary}`;
}

function list(names: readonly string[]): string {
  const more = names.length - mostCellsNamed;
  return names.slice(0, mostCellsNamed).join("; ") + (more > 0 ? `; and ${more} more` : "");
}
