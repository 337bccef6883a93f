import type { ApiTraffic } from "../admin-api/api-traffic.ts";
import type { SimulatedShopContext } from "../context.ts";
import type { AppAccessTokens } from "../tokens/access-tokens.ts";
import type { AppConfiguration } from "../tokens/app-configuration.ts";
import type { Webhooks } from "../webhooks/start-webhooks.ts";
import type { Segment } from "../world/segment.ts";
import type { ApiRequestLog } from "./api-request-log.ts";

/** What the admin shows and steers besides the world itself. */
export type AdminParts = {
  readonly tokens: AppAccessTokens;
  readonly webhooks: Webhooks;
  readonly traffic: ApiTraffic;
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
