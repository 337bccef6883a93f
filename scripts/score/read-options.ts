import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Program, ProgramProblem } from "../../app/scoring/index.ts";
import { defaultProgram, parseCalendarDate, parseProgram } from "../../app/scoring/index.ts";

export const usage = `npm run -s score -- --orders FILE.csv[.gz] --out scores.csv [--as-of YYYY-MM-DD] [--time-zone IANA] [--program FILE.json]
                        [--models] [--fit-report FILE.json]

  --orders     an order export as Shopify's admin writes it
  --out        where the scores go; written only when everything went well
  --as-of      score as of this date in the shop's time zone (default: the date of the last order)
  --time-zone  the shop's, like Europe/Berlin (needed unless all times in the file are +0000)
  --program    window, levels, cut points, weights, tiers and groups as JSON (default: the app's own)
  --models     adds stage, traits and what to expect of each customer
  --fit-report writes the models' parameters and how right they would have been before
`;

export type ScoreOptions = {
  kind: "score";
  orders: string;
  out: string;
  /** Calendar date in shop time, days since 1970-01-01; `null` = that of the last order. */
  asOfDay: number | null;
  timeZone: string | undefined;
  program: Program;
  /** Where the program is from; empty = it is the app's own. */
  programFile: string;
  /** Whether the columns of the models are wanted. */
  models: boolean;
  /** Where the report on the models goes; `null` = nowhere. */
  fitReport: string | null;
};

/** An option, or the file one names, is not as it must be. */
export class OptionError extends Error {
  override name = "OptionError";
}

export function readOptions(args: string[]): ScoreOptions | { kind: "help" } {
  const values = parseKnown(args);
  if (values.help === true) return { kind: "help" };
  return {
    kind: "score",
    orders: demand("--orders", values.orders),
    out: demand("--out", values.out),
    asOfDay: values["as-of"] === undefined ? null : readDate(values["as-of"]),
    timeZone: values["time-zone"],
    program: values.program === undefined ? defaultProgram : readProgramFile(values.program),
    programFile: values.program ?? "",
    models: values.models === true,
    fitReport: values["fit-report"] ?? null,
  };
}

function parseKnown(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        orders: { type: "string" },
        out: { type: "string" },
        "as-of": { type: "string" },
        "time-zone": { type: "string" },
        program: { type: "string" },
        models: { type: "boolean" },
        "fit-report": { type: "string" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new OptionError(`${messageOf(error)}\n\n${usage}`);
  }
}

function demand(option: string, value: string | undefined): string {
  if (value === undefined || value === "")
    throw new OptionError(`${option} is missing\n\n${usage}`);
  return value;
}

function readDate(text: string): number {
  const day = parseCalendarDate(text);
  if (day === null)
    throw new OptionError(`--as-of: expected a date like 2011-12-10, found "${text}"`);
  return day;
}

function readProgramFile(path: string): Program {
  const parsed = parseProgram(readJsonFile(path));
  if (parsed.kind === "program") return parsed.program;
  throw refuseProgram(path, parsed.problems);
}

/** What is wrong with a program file, a line for each part. */
export function refuseProgram(path: string, problems: readonly ProgramProblem[]): OptionError {
  const lines = problems.map(
    ({ field, problem }) => `  ${field === "" ? "the program" : field} ${problem}`,
  );
  return new OptionError(`--program ${path} is not a program:\n${lines.join("\n")}`);
}

function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new OptionError(`--program ${path} cannot be read: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
