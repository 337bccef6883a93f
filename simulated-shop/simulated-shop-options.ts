import { existsSync } from "node:fs";
import path from "node:path";
import type { ProtectedDataLevel } from "./admin-api/access/protected-data.ts";
import type { SimulatedShopConfig } from "./context.ts";
import { readFlowExtensions } from "./flow/read-flow-extensions.ts";
import { loadOrderHistory } from "./order-history/load-order-history.ts";
import { buildScenario, type ScenarioName } from "./scenarios/build-scenario.ts";
import { buildSampleShop, DEFAULT_SAMPLE_CUSTOMERS } from "./sample-shop/build-sample-shop.ts";
import type { PlanName } from "./world/plan.ts";
import type { World } from "./world/world.ts";

export type SimulatedShopOptions = {
  /** 0 or left out: a free one. */
  readonly port?: number | undefined;
  /** An order export (`.csv` or `.csv.gz`); the sample shop when left out. */
  readonly orders?: string | undefined;
  /** A small ready world by name; see scenarios/README.md. */
  readonly scenario?: ScenarioName | undefined;
  /** Of the sample shop. */
  readonly seed?: number | undefined;
  /** Size of the sample shop. */
  readonly customers?: number | undefined;
  /** "2011-12-10": the clock stands at 23:59:59 of this date. Default: the last order's date, or today for the sample shop. */
  readonly asOf?: string | undefined;
  /** IANA. Default: UTC where the export allows it, Europe/London for the sample shop. */
  readonly timeZone?: string | undefined;
  readonly plan?: PlanName | undefined;
  /** Granted scopes' handles. Default: those of the app configuration, or all that this shop knows. */
  readonly scopes?: readonly string[] | undefined;
  /** How much customer data the app is approved for. Default: level2, everything. */
  readonly protectedData?: ProtectedDataLevel | undefined;
  /** Searches see a change this many real seconds late. Default 0. */
  readonly searchLagSeconds?: number | undefined;
  readonly shopDomain?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** Where the app under test runs, if that is known already. */
  readonly appUrl?: string | undefined;
  /** The app's shopify.app.toml: its webhooks, scopes and name. Without it no webhooks are sent. */
  readonly appConfigurationFile?: string | undefined;
  /** The app's folder of extensions: what its Flow triggers and actions look like. Without it there are none. */
  readonly extensionsFolder?: string | undefined;
  /** Where the world is kept: read when the file is there, written when the shop is closed. */
  readonly stateFile?: string | undefined;
  /** Waits before a webhook's second try, the third and so on, in simulated time. Default: Shopify's four hours. */
  readonly webhookRetryDelaysMs?: readonly number[] | undefined;
  /** How many times faster than real time these waits pass. Default 240: four hours in a minute. */
  readonly webhookRetryTimeLapse?: number | undefined;
  /** How many lines one bulk mutation works off in a real second. Default: as many as it can. */
  readonly bulkMutationLinesPerSecond?: number | undefined;
  /** How long a bulk operation stays CREATED, in real seconds. Default 0; half a second from the command line. */
  readonly bulkQueueSeconds?: number | undefined;
};

export const DEFAULT_SHOP_DOMAIN = "echelon-demo.myshopify.com";

/** Scopes granted when no app configuration says which. */
const DEFAULT_SCOPES = [
  "read_orders",
  "read_all_orders",
  "write_orders",
  "write_order_edits",
  "read_customers",
  "write_customers",
  "read_customer_merge",
  "write_customer_merge",
  "write_customer_data_erasure",
  "read_discounts",
  "write_discounts",
  "read_products",
  "write_products",
  "write_pixels",
  "read_customer_events",
];

/** The world an option set asks for: an order export's, a scenario's or the sample shop's. */
export async function openWorld({
  orders,
  scenario,
  seed,
  customers,
  asOf,
  timeZone,
  plan,
  shopDomain,
}: SimulatedShopOptions): Promise<World> {
  const shop = {
    name: "Echelon Demo",
    domain: shopDomain ?? DEFAULT_SHOP_DOMAIN,
    email: "owner@example.com",
    countryCode: "GB",
    plan: plan ?? "standard",
  };
  if (scenario !== undefined) return buildScenario(scenario, { asOf, timeZone, shop });
  if (orders !== undefined) return loadOrderHistory({ file: orders, timeZone, asOf, shop });
  return buildSampleShop({
    seed: seed ?? 1,
    customers: customers ?? DEFAULT_SAMPLE_CUSTOMERS,
    asOf,
    timeZone,
    shop,
  });
}

/** Settings for a world. `url` is filled in once the server listens. */
export function makeConfig(
  options: SimulatedShopOptions,
  world: World,
  scopes: readonly string[] | undefined,
): SimulatedShopConfig {
  const extensionsFolder = extensionsFolderOf(options);
  return {
    shopDomain: world.shop.domain,
    clientId: options.clientId ?? "simulated-shop-client-id",
    clientSecret: options.clientSecret ?? "simulated-shop-client-secret",
    accessToken: "shpat_simulated_shop_permanent_token",
    plan: world.shop.plan,
    scopes: options.scopes ?? scopes ?? DEFAULT_SCOPES,
    protectedData: options.protectedData ?? "level2",
    searchLagSeconds: options.searchLagSeconds ?? 0,
    ...(extensionsFolder !== null && { flowExtensions: readFlowExtensions(extensionsFolder) }),
    appUrl: options.appUrl ?? null,
    url: "",
  };
}

/** Where an app's extensions lie when nobody says: beside its shopify.app.toml. Null = there are none. */
export function extensionsFolderOf({
  extensionsFolder,
  appConfigurationFile,
}: SimulatedShopOptions): string | null {
  if (extensionsFolder !== undefined) return extensionsFolder;
  if (appConfigurationFile === undefined) return null;
  const folder = path.join(path.dirname(appConfigurationFile), "extensions");
  return existsSync(folder) ? folder : null;
}
