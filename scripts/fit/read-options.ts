import { parseArgs } from "node:util";
import type { OrderModel, OrderModelKind } from "../../app/scoring/index.ts";
import { orderModelKinds } from "../../app/scoring/index.ts";

export const usage = `npm run -s fit -- --cbs FILE.csv
npm run -s fit -- --at FILE.csv [--model NAME] --parameters LIST

  --cbs         customers by sufficient statistic: columns x, t_x, T, and if you have them litt; n and m. Any time unit.
                Prints one JSON line per model
  --at          columns x, t_x, T, horizon: prints expected orders, P(alive) and P(buys within horizon) of each row as CSV
  --model       ${orderModelKinds.join(", ")} (default: bg-nbd)
  --parameters  r,alpha,a,b  (mbg-cnbd-k: r,alpha,a,b,k; pareto-nbd: r,alpha,s,beta), in the file's time unit
`;

export type FitOptions =
  | { kind: "help" }
  | { kind: "fit"; cbs: string }
  | { kind: "predict"; at: string; model: OrderModel };

/** An option, or the file one names, is not as it must be. */
export class OptionError extends Error {
  override name = "OptionError";
}

export function readOptions(args: string[]): FitOptions {
  const { cbs, at, model, parameters, help } = parseKnown(args);
  if (help === true) return { kind: "help" };
  if (at !== undefined) {
    if (cbs !== undefined) {
      throw new OptionError(`--cbs fits and --at predicts: give one of them\n\n${usage}`);
    }
    return { kind: "predict", at, model: readModel(model ?? "bg-nbd", parameters) };
  }
  if (model !== undefined || parameters !== undefined) {
    throw new OptionError(`--model and --parameters belong to --at, which is missing\n\n${usage}`);
  }
  if (cbs === undefined || cbs === "") throw new OptionError(`--cbs is missing\n\n${usage}`);
  return { kind: "fit", cbs };
}

function parseKnown(args: string[]) {
  const text = { type: "string" } as const;
  const options = { cbs: text, at: text, model: text, parameters: text } as const;
  try {
    return parseArgs({ args, options: { ...options, help: { type: "boolean" } } }).values;
  } catch (error) {
    throw new OptionError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

const parameterNames: Record<OrderModelKind, string> = {
  "bg-nbd": "r,alpha,a,b",
  "mbg-nbd": "r,alpha,a,b",
  "mbg-cnbd-k": "r,alpha,a,b,k",
  "pareto-nbd": "r,alpha,s,beta",
};

function readModel(name: string, list: string | undefined): OrderModel {
  const kind = orderModelKinds.find((known) => known === name);
  if (kind === undefined) {
    throw new OptionError(`--model: expected ${orderModelKinds.join(", ")}; found "${name}"`);
  }
  const names = parameterNames[kind].split(",");
  if (list === undefined) throw new OptionError(`--parameters ${names.join(",")} is missing`);
  const texts = list.split(",");
  if (texts.length !== names.length) {
    throw new OptionError(
      `--parameters: expected ${names.length} numbers ${names.join(",")} for ${kind}; found "${list}"`,
    );
  }
  const values = texts.map((text, index) => readParameter(names[index] ?? "", text));
  const [r = 1, alpha = 1, third = 1, fourth = 1, k = 1] = values;
  switch (kind) {
    case "pareto-nbd":
      return { kind, r, alpha, s: third, beta: fourth };
    case "mbg-cnbd-k":
      if (!Number.isInteger(k) || k > mostSteps) {
        throw new OptionError(
          `--parameters: k must be a whole number from 1 to ${mostSteps}; found "${texts[4]}"`,
        );
      }
      return { kind, r, alpha, a: third, b: fourth, k };
    default:
      return { kind, r, alpha, a: third, b: fourth };
  }
}

/** Gaps more regular than Erlang-100 are not told apart by any history. */
const mostSteps = 100;

function readParameter(name: string, text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!Number.isFinite(value) || value <= 0) {
    throw new OptionError(`--parameters: ${name} must be a number above 0; found "${text}"`);
  }
  return value;
}
