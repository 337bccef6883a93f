import { z } from "zod";

/** What Flow sends along with every call; anything more than this is left alone. */
const callSchema = z.object({
  shopify_domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/),
  /** The same when Flow asks again. */
  action_run_id: z.string().min(1).max(200),
  /** Of the extension. */
  handle: z.string(),
  /** By field. A workflow may have been saved with fields that the deployed action has no more, or not yet. */
  properties: z.record(z.string(), z.unknown()).default({}),
});

export interface FlowCall {
  shop: string;
  actionRunId: string;
  handle: string;
  properties: Record<string, unknown>;
}

/** Null for anything that is no call of an action. */
export function readFlowCall(body: unknown): FlowCall | null {
  const parsed = callSchema.safeParse(body);
  if (!parsed.success) return null;
  const { shopify_domain: shop, action_run_id: actionRunId, handle, properties } = parsed.data;
  return { shop, actionRunId, handle, properties };
}
