import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseCalendarDate } from "../../app/scoring/index.ts";

export const usage = `npm run demo -- [OPTIONS]

  --orders FILE.csv[.gz]  loads an order export instead of the sample shop
  --customers N           size of the sample shop
  --as-of YYYY-MM-DD      business time (default: the last order's date; sample shop: today)
  --time-zone IANA        the shop's, like Europe/Berlin
  --fresh                 forgets what the last demo left
  --once                  runs without pages until everything is imported, scored, published and idle, and
                          prints one JSON line about it
  --dump FILE.csv         with --once: writes the tags the shop holds, customer,tags
`;

export interface DemoOptions {
  /** Handed to the simulated shop as they are. */
  shopArguments: string[];
  fresh: boolean;
  once: boolean;
  dump: string | null;
}

/** An option is not as it must be; told without a stack. */
export class OptionError extends Error {
  override name = "OptionError";
}

export function readOptions(args: string[]): DemoOptions | { kind: "help" } {
  const values = parseKnown(args);
  if (values.help) return { kind: "help" };
  const { orders, customers, dump } = values;
  if (orders !== undefined && !isFile(orders))
    throw new OptionError(`--orders ${orders}: there is no such file`);
  if (orders !== undefined && customers !== undefined)
    throw new OptionError("--orders and --customers exclude each other");
  if (customers !== undefined && !/^\d{1,7}$/.test(customers))
    throw new OptionError(`--customers ${customers}: expected a whole number`);
  const asOf = values["as-of"];
  if (asOf !== undefined && parseCalendarDate(asOf) === null)
    throw new OptionError(`--as-of ${asOf}: expected a date like 2026-01-31`);
  if (dump !== undefined && !values.once) throw new OptionError("--dump goes with --once");
  return {
    shopArguments: [
      ...given("--orders", orders),
      ...given("--customers", customers),
      ...given("--as-of", asOf),
      ...given("--time-zone", values["time-zone"]),
    ],
    fresh: values.fresh ?? false,
    once: values.once ?? false,
    dump: dump ?? null,
  };
}

function parseKnown(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args,
      options: {
        orders: text,
        customers: text,
        "as-of": text,
        "time-zone": text,
        dump: text,
        fresh: flag,
        once: flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new OptionError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function given(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
