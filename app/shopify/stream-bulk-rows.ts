import type { z } from "zod";
import type { AdminClient } from "./admin-client.ts";
import { splitLines } from "./split-lines.ts";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";

const reconnectLimit = 5;
const reconnectDelayMs = 500;

/**
 * The rows of a bulk result from row `skip` on, in the file's order, each checked against the schema. Held in memory
 * is one line. A connection that breaks is opened again and goes on after the last row that was given out.
 */
export async function* streamBulkRows<Row>(
  admin: AdminClient,
  url: string,
  schema: z.ZodType<Row>,
  { skip = 0 }: { skip?: number } = {},
): AsyncGenerator<Row> {
  let done = skip;
  for (let attempt = 1; ; attempt += 1) {
    try {
      let index = 0;
      for await (const line of openLines(admin, url)) {
        if (index++ < done) continue;
        const row = parseRow(admin.shop, line, index, schema);
        done = index;
        yield row;
      }
      return;
    } catch (error) {
      if (error instanceof ShopifyCallFailed && !error.retryable) throw error;
      if (attempt > reconnectLimit) {
        throw new ShopifyCallFailed(
          "unreachable",
          admin.shop,
          "bulk result",
          `broke off after ${done} rows`,
        );
      }
      await admin.sleep(reconnectDelayMs * attempt);
    }
  }
}

async function* openLines(admin: AdminClient, url: string): AsyncGenerator<string> {
  const response = await admin.fetch(url);
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    // 403 and 404 say that the seven days are over; anything above may pass.
    const failure = response.status >= 500 ? "unreachable" : "refused";
    throw new ShopifyCallFailed(failure, admin.shop, "bulk result", `HTTP ${response.status}`);
  }
  yield* splitLines(response.body);
}

/** Says where and what, not what was there: a row may carry personal data. */
function parseRow<Row>(
  shop: string,
  line: string,
  lineNumber: number,
  schema: z.ZodType<Row>,
): Row {
  const parsed = schema.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue && issue.path.length > 0 ? issue.path.join(".") : "the row";
  const detail = `line ${lineNumber}: ${place} is not what was expected (${issue?.code ?? "invalid"})`;
  throw new ShopifyCallFailed("refused", shop, "bulk result", detail);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
