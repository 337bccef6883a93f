import type { StageKey } from "../stage.ts";
import type { GroupRule } from "./group-rule.ts";

export type GroupName = { key: string; name: string };

/** Rules over the three scores in the order in which they are tried, and the groups in the order they are shown in. */
export type RuleScheme = {
  kind: "rules";
  /** The rules are written in scores 1 to this; a program with other levels has its scores converted first. */
  levels: number;
  /** Set where converting would not be the original any more: the program must have just these levels. */
  onlyLevels?: number;
  rules: readonly GroupRule[];
  groups: readonly GroupName[];
};

/** Shares of the base by value, as tiers are, whatever the program's own tiers: `cutsBp[i]` begins `groups[i]`. */
export type ShareScheme = {
  kind: "value-shares";
  cutsBp: readonly number[];
  groups: readonly GroupName[];
};

/** The stages as groups. */
export type StageScheme = {
  kind: "stages";
  groups: readonly { key: StageKey; name: string }[];
};

/** A set of groups of which each ranked customer has exactly one. */
export type GroupScheme = RuleScheme | ShareScheme | StageScheme;
