import type { FlowExtensions } from "./flow/read-flow-extensions.ts";
import type { ProtectedDataLevel } from "./admin-api/access/protected-data.ts";
import type { PlanName } from "./world/plan.ts";
import type { World } from "./world/world.ts";

/** What every part of the simulated shop gets: the state and the settings it was started with. */
export type SimulatedShopContext = {
  readonly world: World;
  readonly config: SimulatedShopConfig;
  readonly accessTokens: AccessTokens;
};

export type SimulatedShopConfig = {
  /** "echelon-demo.myshopify.com" */
  readonly shopDomain: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token that is valid from the start and does not expire, as a custom app's would. */
  readonly accessToken: string;
  readonly plan: PlanName;
  /** Granted scopes' handles. Change them with grantScopes, which tells the app. */
  scopes: readonly string[];
  /** How much customer data the app is approved for. */
  readonly protectedData: ProtectedDataLevel;
  /** How long, in real seconds, a search does not see a change yet. */
  readonly searchLagSeconds: number;
  /** The app's Flow triggers and actions; none when left out. */
  flowExtensions?: FlowExtensions;
  /** Where the app under test runs, e.g. "http://127.0.0.1:3000"; null when only the API is used. Set it later with setAppUrl. */
  appUrl: string | null;
  /** Base address of this server, "http://127.0.0.1:PORT", known once it listens. */
  url: string;
};

/** Who may call the Admin API. Supplied by tokens/. */
export type AccessTokens = {
  /** Is this the value of a live access token (`X-Shopify-Access-Token`)? */
  isValid(token: string): boolean;
};
