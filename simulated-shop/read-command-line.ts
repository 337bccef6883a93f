import { parseArgs } from "node:util";
import { isProtectedDataLevel } from "./admin-api/access/protected-data.ts";
import { isScenarioName, SCENARIO_NAMES } from "./scenarios/build-scenario.ts";
import type { SimulatedShopOptions } from "./simulated-shop-options.ts";
import { isPlanName } from "./world/plan.ts";

export type CommandLine =
  { readonly kind: "start"; readonly options: SimulatedShopOptions } | { readonly kind: "help" };

export const USAGE = `Usage: npm run -s simulated-shop -- [options]
What it sells and to whom (one of these; a made-up shop of 4,200 customers when left out):
  --orders FILE            an order export of Shopify, .csv or .csv.gz
  --customers N --seed N   a made-up shop of this size
  --scenario NAME          a small ready one: ${SCENARIO_NAMES.join(", ")}
  --state FILE             where the shop is kept between two runs
  --as-of DATE             the day it is, 2026-01-31     --time-zone IANA   the shop's
What kind of shop it is:
  --plan standard|advanced|plus                          --shop DOMAIN      name.myshopify.com
What the app is:
  --client-id ID  --client-secret SECRET  --app-url URL  --app-config shopify.app.toml  --extensions DIR
  --scopes read_orders,write_customers                   --protected-data none|level1|level2
How it behaves:
  --port N                 0, or left out, for a free one
  --search-lag SECONDS     how late a search sees a change
  --bulk-mutation-rate N   lines a second that one bulk mutation works off
  --bulk-queue SECONDS     how long a bulk operation waits before it runs (0.5), so that five can be seen at once
The first line it prints is JSON: url, shop, accessToken, clientId, clientSecret.`;

/** A small shop's operations would be over before a client could ask about them, which Shopify's never are. */
const BULK_QUEUE_SECONDS = 0.5;

/** A wrong command line: told without a stack. */
export class UsageError extends Error {}

/** The options a command line asks for, or that it asks for help. Errors: a UsageError that says what is wrong. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const values = parseCommandLine(args);
  if (values.help === true) return { kind: "help" };
  const { plan } = values;
  if (plan !== undefined && !isPlanName(plan))
    throw new UsageError(`--plan ${plan}: expected standard, advanced or plus.`);
  const protectedData = values["protected-data"];
  if (protectedData !== undefined && !isProtectedDataLevel(protectedData))
    throw new UsageError(`--protected-data ${protectedData}: expected none, level1 or level2.`);
  const { scenario } = values;
  if (scenario !== undefined && !isScenarioName(scenario))
    throw new UsageError(`--scenario ${scenario}: expected one of ${SCENARIO_NAMES.join(", ")}.`);
  requireOneOrigin(values);
  const options = {
    port: portNumber(values.port),
    orders: values.orders,
    scenario,
    seed: wholeNumber("seed", values.seed),
    customers: wholeNumber("customers", values.customers),
    asOf: values["as-of"],
    timeZone: values["time-zone"],
    plan,
    scopes: values.scopes?.split(",").map((scope) => scope.trim()),
    protectedData,
    searchLagSeconds: seconds("search-lag", values["search-lag"]),
    shopDomain: values.shop,
    clientId: values["client-id"],
    clientSecret: values["client-secret"],
    appUrl: values["app-url"],
    appConfigurationFile: values["app-config"],
    extensionsFolder: values.extensions,
    stateFile: values.state,
    bulkMutationLinesPerSecond: rateOf(values["bulk-mutation-rate"]),
    bulkQueueSeconds: seconds("bulk-queue", values["bulk-queue"]) ?? BULK_QUEUE_SECONDS,
  };
  return { kind: "start", options };
}

/** A shop has one origin; what could not be heeded is not passed over in silence. */
function requireOneOrigin(values: Readonly<Record<string, unknown>>): void {
  const given = ["orders", "scenario", "customers"].filter((name) => values[name] !== undefined);
  if (given.length > 1)
    throw new UsageError(
      `${given.map((name) => `--${name}`).join(" and ")}: expected only one of them.`,
    );
}

function parseCommandLine(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", short: "h" },
        scenario: text,
        "bulk-mutation-rate": text,
        "bulk-queue": text,
        port: text,
        orders: text,
        seed: text,
        customers: text,
        "as-of": text,
        "time-zone": text,
        plan: text,
        scopes: text,
        "protected-data": text,
        "search-lag": text,
        shop: text,
        "client-id": text,
        "client-secret": text,
        "app-url": text,
        "app-config": text,
        extensions: text,
        state: text,
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`--${name} ${text}: expected a whole number.`);
  return Number(text);
}

function seconds(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text))
    throw new UsageError(`--${name} ${text}: expected a number of seconds.`);
  return Number(text);
}

function portNumber(text: string | undefined): number | undefined {
  const port = wholeNumber("port", text);
  if (port !== undefined && port > 65_535)
    throw new UsageError(`--port ${port}: expected a number up to 65535.`);
  return port;
}

function rateOf(text: string | undefined): number | undefined {
  const rate = wholeNumber("bulk-mutation-rate", text);
  if (rate === 0)
    throw new UsageError("--bulk-mutation-rate 0: expected one line a second or more.");
  return rate;
}
