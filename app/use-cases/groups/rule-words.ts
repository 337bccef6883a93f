/** The shapes of rules, for the pages that make and show them. */
export type { Condition, MemberRule } from "../../scoring/index.ts";
