import { randomUUID } from "node:crypto";
import type { SimulatedShopContext } from "../context.ts";
import { signWebhook } from "../webhooks/webhook-request.ts";
import { NO_FLOW_EXTENSIONS } from "./read-flow-extensions.ts";

/** Flow waits this long for an answer. */
const ANSWER_LIMIT_MS = 10_000;

export type FlowActionRun = {
  readonly handle: string;
  /** By field key: `{ customer_id: 123, Tag: "vip" }`. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The same when Flow asks again; an app deduplicates by it. A new one when left out. */
  readonly actionRunId?: string;
};

export type FlowActionAnswer = {
  readonly actionRunId: string;
  /** 200 is success, 202 "ask again", 4xx failure, 429 and 5xx "later". */
  readonly status: number;
  readonly body: string;
};

/** Calls an app's Flow action once, signed, as Flow would. Errors: an unknown action, no address for the app. */
export async function runFlowAction(
  { world, config }: Pick<SimulatedShopContext, "world" | "config">,
  { handle, properties, actionRunId = randomUUID() }: FlowActionRun,
): Promise<FlowActionAnswer> {
  const actions = (config.flowExtensions ?? NO_FLOW_EXTENSIONS).actions;
  const action = actions.find((known) => known.handle === handle);
  if (action?.runtimeUrl == null) throw new RangeError(`The app has no Flow action ${handle}.`);
  if (config.appUrl === null) throw new RangeError("It is not known where the app runs.");
  const body = JSON.stringify({
    shop_id: world.shop.id,
    shopify_domain: config.shopDomain,
    action_run_id: actionRunId,
    action_definition_id: action.uid ?? action.handle,
    handle,
    properties,
  });
  const response = await fetch(addressOf(action.runtimeUrl, config.appUrl), {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "User-Agent": "Shopify-Captain-Hook",
      "X-Shopify-Shop-Domain": config.shopDomain,
      "X-Shopify-Hmac-Sha256": signWebhook(body, config.clientSecret),
    },
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  return { actionRunId, status: response.status, body: await response.text() };
}

/** The action's path at the app under test, whatever host its configuration names. */
function addressOf(runtimeUrl: string, appUrl: string): string {
  const { pathname, search } = new URL(runtimeUrl, appUrl);
  return new URL(`${pathname}${search}`, appUrl).href;
}
