import type { Program } from "../program/program.ts";
import { levelsOf } from "../program/program.ts";
import type { Calibration } from "./calibration.ts";

/** With fewer customers to a score than this, one order of one of them moves the cut point for all. */
const fewestPerScore = 10;

/** Whether the scores of a base can be relied on. */
export type BaseSize =
  | { kind: "enough" }
  /** The cut points are those of an industry, not the shop's own; `from` customers on they will be. */
  | { kind: "starting-point"; rankedCustomers: number; from: number }
  /** Scores are the shop's own, and will jump about: so few customers share `levels` scores. */
  | { kind: "too-few"; rankedCustomers: number; levels: number; atLeast: number };

/** Says of a calibration whether its base was large enough for what the program asks of it. */
export function judgeBaseSize(
  { rankedCustomers, startingPoint }: Calibration,
  program: Program,
): BaseSize {
  if (startingPoint !== undefined)
    return {
      kind: "starting-point",
      rankedCustomers,
      from: program.startingPoint?.belowCustomers ?? rankedCustomers,
    };
  const levels = levelsOf(program);
  const atLeast = fewestPerScore * levels;
  const { recency, frequency, monetary } = program.cutPoints ?? {};
  const allFixed = [recency, frequency, monetary].every((rule) => rule?.kind === "fixed");
  return rankedCustomers >= atLeast || allFixed
    ? { kind: "enough" }
    : { kind: "too-few", rankedCustomers, levels, atLeast };
}
