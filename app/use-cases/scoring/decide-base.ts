import {
  decideTiers,
  groupSchemeOf,
  findNextChanges,
  type Calibration,
  type Cause,
  type DecidedTiers,
  type Frame,
  type Hold,
  type Holds,
  type Metrics,
  type NextChanges,
  type OutlookRules,
  type PolicyState,
  type Program,
  type Scores,
} from "../../scoring/index.ts";
import { pinAllButUpgrades, withPins, type FormerLabels } from "./hold-back.ts";

export interface BaseQuestion {
  program: Program;
  frame: Frame;
  metrics: Metrics;
  scores: Scores;
  calibration: Calibration;
  day: number;
  cause: Cause | readonly Cause[];
  state: PolicyState;
  holds: Holds;
  former: FormerLabels;
  /** The models that everybody was scored with. */
  outlook: OutlookRules | null;
  /** What of the moves is applied. */
  part: "all" | "upgrades";
}

export interface BaseAnswer {
  decided: DecidedTiers;
  next: NextChanges;
  /** Pins of those whom a part leaves out, by row. */
  pins: ReadonlyMap<number, Hold>;
}

/** What a run over the base makes of everybody; a preview of the run asks the same. */
export function decideBase(question: BaseQuestion): BaseAnswer {
  const { program, part, holds } = question;
  const whole = decideUnder(question, holds);
  if (part === "all") return { ...whole, pins: new Map() };
  const keys = { tiers: program.tiers, groups: groupSchemeOf(program).groups };
  const pins = pinAllButUpgrades(question.former, whole.decided, whole.next, keys);
  return { ...decideUnder(question, withPins(holds, pins)), pins };
}

function decideUnder(question: BaseQuestion, holds: Holds) {
  const { program, frame, metrics, scores, calibration, day, cause, state, outlook } = question;
  const decided = decideTiers({ program, day, cause, scores, metrics, state, holds });
  const ahead = { program, frame, calibration, day, decided, holds, outlook };
  return { decided, next: findNextChanges(ahead) };
}
