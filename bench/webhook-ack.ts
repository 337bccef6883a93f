import { parseArgs } from "node:util";
import { z } from "zod";
import { roundTo } from "./in-memory/timing.ts";
import { sendAll, sendAtRate } from "./webhooks/load.ts";
import { openWebAndPeer, signedWebhook } from "./webhooks/web-and-peer.ts";

export const description =
  "an order's webhook until it is answered, at 50 and 200 a second and as fast as it goes, beside a bare insert per request";

const rates = [50, 200] as const;
/** Before anything counts, so that both are warm. */
const warmUp = 500;

/** `--seconds N` (10) for each rate. No worker runs: what is measured is the web process and the database. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { seconds: { type: "string" } } });
  const seconds = z.coerce
    .number()
    .int()
    .min(1)
    .parse(values.seconds ?? "10");
  let orderId = 1;
  function nextOrder() {
    orderId += 1;
    const id = `gid://shopify/Order/${String(orderId)}`;
    return signedWebhook("orders/updated", { id: orderId, admin_graphql_api_id: id });
  }

  const both = await openWebAndPeer();
  const { ourUrl, peerUrl, db } = both;
  try {
    const figures: Record<string, unknown> = {};
    for (const url of [ourUrl, peerUrl]) await sendAll(url, warmUp, nextOrder);
    for (const rate of rates) {
      const ours = await sendAtRate(ourUrl, rate, seconds, nextOrder);
      const bare = await sendAtRate(peerUrl, rate, seconds, nextOrder);
      figures[`at${String(rate)}`] = { ...ours, bareP50Ms: bare.p50Ms, bareP99Ms: bare.p99Ms };
    }
    const count = seconds * 500;
    const ours = await sendAll(ourUrl, count, nextOrder);
    const bare = await sendAll(peerUrl, count, nextOrder);
    figures["atMost"] = { ...ours, barePerSecond: bare.perSecond };
    return {
      seconds,
      ...figures,
      eventsKept: await db.inboxEvent.count(),
      ratio: roundTo(bare.perSecond / ours.perSecond, 1),
    };
  } finally {
    await both.close();
  }
}
