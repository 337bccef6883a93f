import type { z } from "zod";
import type { AdminClient } from "./admin-client.ts";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";
import { readWholeLines, type WholeLines } from "./whole-lines.ts";

const reconnectLimit = 5;
const reconnectDelayMs = 500;

/** All rows of a bulk result, in the file's order, each checked against the schema. */
export async function* streamBulkRows<Row>(
  admin: AdminClient,
  url: string,
  schema: z.ZodType<Row>,
): AsyncGenerator<Row> {
  let number = 0;
  for await (const { lines } of streamBulkLines(admin, url, 0))
    for (const line of lines)
      yield checkedRow(admin.shop, jsonOf(line), schema, `line ${++number}`);
}

/**
 * The lines of a bulk result from a byte on at which a line begins, in the file's order and as many at a time as arrive
 * together: no more of the file is held. A connection that breaks is opened again and goes on after the last line.
 */
export async function* streamBulkLines(
  admin: AdminClient,
  url: string,
  fromByte: number,
): AsyncGenerator<WholeLines> {
  let doneBytes = fromByte;
  for (let failures = 0; ;) {
    try {
      for await (const piece of openLines(admin, url, doneBytes)) {
        doneBytes = piece.endByte;
        failures = 0;
        yield piece;
      }
      return;
    } catch (error) {
      if (error instanceof ShopifyCallFailed && !error.retryable) throw error;
      failures += 1;
      if (failures > reconnectLimit) {
        const detail = `broke off after ${doneBytes} bytes`;
        throw new ShopifyCallFailed("unreachable", admin.shop, "bulk result", detail);
      }
      await admin.sleep(reconnectDelayMs * failures);
    }
  }
}

async function* openLines(
  admin: AdminClient,
  url: string,
  fromByte: number,
): AsyncGenerator<WholeLines> {
  const headers: Record<string, string> = fromByte === 0 ? {} : { Range: `bytes=${fromByte}-` };
  const response = await admin.fetch(url, { headers });
  // Nothing is left: the file ends where we are.
  const isAtEnd = response.status === 416 && fromByte > 0;
  if (isAtEnd || !response.ok || response.body === null) {
    await response.body?.cancel();
    if (isAtEnd) return;
    // 400, 403 and 404 say that the seven days are over; anything above may pass.
    const failure = response.status >= 500 ? "unreachable" : "refused";
    throw new ShopifyCallFailed(failure, admin.shop, "bulk result", `HTTP ${response.status}`);
  }
  if (response.status === 206) yield* readWholeLines(response.body, fromByte);
  else yield* readWholeLines(response.body.pipeThrough(withoutFirst(fromByte)), fromByte);
}

/** For a storage that sends the whole file whatever it was asked for. */
function withoutFirst(
  bytes: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      if (left < chunk.length) controller.enqueue(chunk.subarray(left));
      left = Math.max(0, left - chunk.length);
    },
  });
}

/** A row that is what was asked for. Says where it is not, and not what was there: a row may carry personal data. */
export function checkedRow<Row>(
  shop: string,
  value: unknown,
  schema: z.ZodType<Row>,
  place: string,
): Row {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue && issue.path.length > 0 ? issue.path.join(".") : "the row";
  const detail = `${place}: ${field} is not what was expected (${issue?.code ?? "invalid"})`;
  throw new ShopifyCallFailed("refused", shop, "bulk result", detail);
}

/** The value of a line; undefined, which no schema takes, when it is not JSON. */
export function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
