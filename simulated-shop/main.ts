import { parseArgs } from "node:util";
import { OrderExportError } from "../order-export/order-export-error.ts";
import { isProtectedDataLevel } from "./admin-api/access/protected-data.ts";
import { isPlanName } from "./world/plan.ts";
import type { SimulatedShopOptions } from "./simulated-shop-options.ts";
import { startSimulatedShop } from "./start-simulated-shop.ts";

const USAGE = `Usage: npm run simulated-shop -- [--port 4000] [--orders FILE.csv[.gz] | --customers N --seed N]
  [--as-of DATE] [--time-zone IANA] [--plan standard|advanced|plus] [--shop DOMAIN]
  [--scopes read_orders,write_customers] [--protected-data none|level1|level2] [--search-lag SECONDS]
  [--client-id ID] [--client-secret SECRET] [--app-url URL] [--app-config shopify.app.toml] [--state FILE]`;

/** A wrong command line: told without a stack. */
class UsageError extends Error {}

try {
  await main();
} catch (error) {
  const isExpected =
    error instanceof OrderExportError || error instanceof UsageError || error instanceof RangeError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const shop = await startSimulatedShop(readOptions());
  const { url, shop: domain, accessToken, clientId, clientSecret } = shop;
  // The first line is for programs, the rest for people.
  console.log(JSON.stringify({ url, shop: domain, accessToken, clientId, clientSecret }));
  console.error(
    `${shop.world.customers.size} customers, ${shop.world.orders.size} orders. It is ${shop.world.clock.now().toISOString()}.`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void shop.close().then(() => process.exit(0));
    });
  }
}

function readOptions(): SimulatedShopOptions {
  const values = parseCommandLine();
  const { plan } = values;
  if (plan !== undefined && !isPlanName(plan))
    throw new UsageError(`--plan ${plan}: expected standard, advanced or plus.\n${USAGE}`);
  const protectedData = values["protected-data"];
  if (protectedData !== undefined && !isProtectedDataLevel(protectedData))
    throw new UsageError(
      `--protected-data ${protectedData}: expected none, level1 or level2.\n${USAGE}`,
    );
  return {
    port: wholeNumber("port", values.port),
    orders: values.orders,
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
    stateFile: values.state,
  };
}

function parseCommandLine() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      options: {
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
        state: text,
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text))
    throw new UsageError(`--${name} ${text}: expected a whole number.\n${USAGE}`);
  return Number(text);
}

function seconds(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text))
    throw new UsageError(`--${name} ${text}: expected a number of seconds.\n${USAGE}`);
  return Number(text);
}
