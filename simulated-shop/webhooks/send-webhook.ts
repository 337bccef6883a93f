import type { Delivery, DeliveryAttempt } from "./delivery-log.ts";
import { webhookHeaders } from "./webhook-request.ts";

/** The whole request must be answered within this, as at Shopify. */
const ANSWER_LIMIT_MS = 5_000;

/** Sends a webhook once. Any 2xx is success; a redirect is not followed and counts as failure. */
export async function sendWebhook(
  delivery: Delivery,
  clientSecret: string,
  stopped: AbortSignal,
): Promise<DeliveryAttempt> {
  const atMs = Date.now();
  const result = await post(delivery, clientSecret, stopped);
  return { atMs, durationMs: Date.now() - atMs, result };
}

export function isSuccess({ result }: DeliveryAttempt): boolean {
  return result.kind === "answered" && result.status >= 200 && result.status < 300;
}

async function post(
  { url, body, envelope }: Delivery,
  clientSecret: string,
  stopped: AbortSignal,
): Promise<DeliveryAttempt["result"]> {
  const limit = AbortSignal.timeout(ANSWER_LIMIT_MS);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: webhookHeaders(envelope, body, clientSecret),
      body,
      redirect: "manual",
      signal: AbortSignal.any([limit, stopped]),
    });
    await response.body?.cancel();
    return { kind: "answered", status: response.status };
  } catch (error) {
    return {
      kind: "unanswered",
      reason: limit.aborted ? `no answer within ${ANSWER_LIMIT_MS} ms` : reasonOf(error),
    };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
