import type { ApiTraffic } from "../admin-api/api-traffic.ts";
import type { BulkOperations } from "../bulk/bulk-operations.ts";
import type { SimulatedShopContext } from "../context.ts";
import type { AppAccessTokens } from "../tokens/access-tokens.ts";
import type { AppConfiguration } from "../tokens/app-configuration.ts";
import type { Webhooks } from "../webhooks/start-webhooks.ts";
import type { Segment } from "../world/segment.ts";
import type { BlockExtension } from "./blocks/read-block-extensions.ts";
import type { Preferences } from "./preferences.ts";
import type { ApiRequestLog } from "./api-request-log.ts";

/** What the admin shows and steers besides the world itself. */
export type AdminParts = {
  readonly tokens: AppAccessTokens;
  readonly webhooks: Webhooks;
  readonly traffic: ApiTraffic;
  readonly bulk: BulkOperations;
  /** The app's blocks on pages of the admin; none when it has no extensions. */
  readonly blocks: readonly BlockExtension[];
  /** null when no app is under test. */
  readonly appConfiguration: AppConfiguration | null;
};

/** What every page is drawn from. */
export type Admin = SimulatedShopContext &
  AdminParts & {
    readonly storePath: string;
    readonly apiRequests: ApiRequestLog;
    /** null when the segment's query cannot be evaluated. */
    countSegmentMembers(segment: Segment): number | null;
  };

/** The admin as one request sees it. */
export type AdminView = Admin & {
  /** Of the page that was asked for. */
  readonly path: string;
  readonly preferences: Preferences;
};
