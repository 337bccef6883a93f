import { request as requestHttp, type ClientRequest } from "node:http";
import { request as requestHttps } from "node:https";
import type { Delivery, DeliveryAttempt } from "./delivery-log.ts";
import type { Fault } from "./fault-plan.ts";
import { webhookHeaders } from "./webhook-request.ts";

/** Shopify's limits: to connect, and for the whole request. */
const CONNECT_LIMIT_MS = 1_000;
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

function post(
  delivery: Delivery,
  clientSecret: string,
  stopped: AbortSignal,
): Promise<DeliveryAttempt["result"]> {
  const fault = faultOfThisTry(delivery);
  if (fault?.kind === "5xx" && !fault.reachesApp)
    return Promise.resolve({ kind: "answered", status: fault.status });
  const { url, body, envelope } = delivery;
  const bytes = Buffer.from(body, "utf8");
  return new Promise((resolve) => {
    const fail = (reason: string): void => {
      resolve({ kind: "unanswered", reason });
      sending.destroy();
    };
    const request = url.startsWith("https:") ? requestHttps : requestHttp;
    const sending = request(url, {
      method: "POST",
      headers: {
        ...webhookHeaders(envelope, body, clientSecret),
        "Content-Length": String(bytes.byteLength),
      },
    });
    const timers = [
      setTimeout(() => {
        if (sending.socket?.connecting !== false)
          fail(`no connection within ${CONNECT_LIMIT_MS} ms`);
      }, CONNECT_LIMIT_MS),
      setTimeout(() => {
        fail(`no answer within ${ANSWER_LIMIT_MS} ms`);
      }, ANSWER_LIMIT_MS),
    ];
    const stop = (): void => {
      fail("stopped");
    };
    stopped.addEventListener("abort", stop, { once: true });
    sending.once("close", () => {
      for (const timer of timers) clearTimeout(timer);
      stopped.removeEventListener("abort", stop);
      // A connection that closes without an answer or an error would otherwise never be an outcome.
      resolve({ kind: "unanswered", reason: "the connection was closed" });
    });
    sending.on("error", (error) => {
      fail(error.message);
    });
    sending.once("response", (response) => {
      if (fault?.kind === "connection-reset") {
        fail("connection reset before the answer was read");
        return;
      }
      response.resume();
      const status = fault?.kind === "5xx" ? fault.status : (response.statusCode ?? 0);
      resolve({ kind: "answered", status });
    });
    if (stopped.aborted) stop();
    else if (fault?.kind === "connection-reset" && fault.at === "body")
      sending.write(bytes.subarray(0, bytes.byteLength >> 1), () => {
        fail("connection reset in the middle of the body");
      });
    else if (fault?.kind === "slow") trickle(sending, bytes, fault.durationMs);
    else sending.end(bytes);
  });
}

function faultOfThisTry({ fault, attempts }: Delivery): Fault | null {
  if (fault === null || !("tries" in fault)) return null;
  return attempts.length < fault.tries ? fault : null;
}

const PIECES = 10;

/** Sends the body in pieces, the last one when the time is over. */
function trickle(sending: ClientRequest, bytes: Buffer, durationMs: number): void {
  const pieceLength = Math.ceil(bytes.byteLength / PIECES);
  let sent = 0;
  sending.flushHeaders();
  const timer = setInterval(() => {
    sent += 1;
    sending.write(bytes.subarray((sent - 1) * pieceLength, sent * pieceLength));
    if (sent < PIECES) return;
    clearInterval(timer);
    sending.end();
  }, durationMs / PIECES);
  sending.once("close", () => {
    clearInterval(timer);
  });
}
